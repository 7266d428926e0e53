"""Who is in the demo's sandbox: its people, its three groups, and the bot, which is in none yet."""

from dataclasses import dataclass

from bot.demo import names
from bot.demo.line import LanguageCode, Line
from bot.demo.names import Named, Neighbourhood
from sandbox import Bot, Chat, Sandbox, User

TOKEN = "4200000007:demo-token-that-opens-nothing-but-the-sandbox"  # noqa: S105 - as it says


@dataclass(frozen=True, slots=True)
class ServiceGroup:
    """A service group's chat, its grid leader, the head of its community, and its residents."""

    of: Neighbourhood
    chat: Chat
    leader: User
    head: User
    residents: tuple[User, ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody in the demo."""

    language: LanguageCode
    bot: Bot
    owner: User
    inspector: User
    newcomer: User
    elders: ServiceGroup
    tenants: ServiceGroup
    talents: ServiceGroup

    @property
    def groups(self) -> tuple[ServiceGroup, ...]:
        """The three groups."""
        return self.elders, self.tenants, self.talents


def cast_in(sandbox: Sandbox, language: LanguageCode) -> Cast:
    """Let the people exist, and put them into their groups."""
    casting = _Casting(sandbox, language)
    return Cast(
        language=language,
        owner=casting.person(names.OWNER),
        inspector=casting.person(names.INSPECTOR),
        newcomer=casting.person(names.NEWCOMER),
        elders=casting.group(names.ELDERS),
        tenants=casting.group(names.TENANTS),
        talents=casting.group(names.TALENTS),
        bot=sandbox.add_bot(TOKEN, "gridward_bot", "Gridward", privacy=False),
    )


class _Casting:
    """Registers people once, whatever parts they have."""

    def __init__(self, sandbox: Sandbox, language: LanguageCode) -> None:
        self._sandbox = sandbox
        self._language = language
        self._heads: dict[Line, User] = {}

    def person(self, named: Named) -> User:
        name = named.name.of(self._language)
        return self._sandbox.add_person(name, named.username, self._language)

    def group(self, of: Neighbourhood) -> ServiceGroup:
        leader = self.person(of.leader)
        chat = self._sandbox.add_group(of.title.of(self._language), leader)
        residents = tuple(map(self.person, of.residents))
        for resident in residents:
            self._sandbox.add_member(chat, resident)
        return ServiceGroup(of, chat, leader, self._head(of.community), residents)

    def _head(self, community: Line) -> User:
        if community not in self._heads:
            self._heads[community] = self.person(names.HEADS[community])
        return self._heads[community]
