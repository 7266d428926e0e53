"""Which groups a question is about: the one it is asked in, or those its asker's roles reach."""

from dataclasses import dataclass

from markupsafe import Markup

from commands.context import Context
from commands.incoming import Chat
from commands.one_line import OneLine
from commands.registration import group_of
from commands.spheres import Sphere, named, spheres_of
from domain.roles import Scope, ScopeKind
from domain.text import clip

MOST_NAMES = 12
NAME_UNITS = 64


@dataclass(frozen=True, slots=True)
class Outlook:
    """What one looks at, and what else one could: `others` is empty in a group."""

    sphere: Sphere
    others: tuple[Sphere, ...] = ()

    @property
    def of_several(self) -> bool:
        """Whether it may show more than one group."""
        return self.sphere.scope.kind is not ScopeKind.GROUP


async def outlook(context: Context, chat: Chat, user: int, name: str = "") -> Outlook:
    """Return what the question is about; raises `OneLine` for who may not look, or a strange name.

    The line is the same whether a thing of that name exists or not: nobody learns it from here.
    """
    if not chat.private:
        return await _here(context, chat, name)
    spheres = await _own(context, user)
    if not name:
        return Outlook(spheres[0], spheres[1:])
    sphere = named(spheres, name)
    if sphere is None:
        raise OneLine(_not_understood(context, spheres, name))
    return Outlook(sphere)


async def outlook_of(context: Context, chat: Chat, user: int, scope: Scope) -> Outlook:
    """Return the same for a scope chosen by a button, which anybody could have forged."""
    if not chat.private:
        return await _here(context, chat, "")
    spheres = await _own(context, user)
    for sphere in spheres:
        if sphere.scope == scope:
            return Outlook(sphere, tuple(other for other in spheres if other != sphere))
    raise OneLine(context.say("That is not, or no longer, among what your roles reach."))


async def _here(context: Context, chat: Chat, name: str) -> Outlook:
    if name:
        raise OneLine(
            context.say(
                "Here I tell about this group only. Whoever has a role over others "
                "can ask me in private: t.me/{bot}",
                bot=context.bot.username,
            )
        )
    group = await group_of(context, chat)
    return Outlook(Sphere(Scope(ScopeKind.GROUP, group.id), group.title, (group,)))


async def _own(context: Context, user: int) -> tuple[Sphere, ...]:
    spheres = await spheres_of(context, user)
    if not spheres:
        raise OneLine(
            context.say(
                "A group's figures and cases are told in the group itself: ask there. "
                "Here, /mine lists what is yours."
            )
        )
    return spheres


def _not_understood(context: Context, spheres: tuple[Sphere, ...], words: str) -> Markup:
    return context.say(
        "I do not understand “{words}”. Yours are: {names}. "
        "For example: <code>/stats last month {first}</code>, "
        "<code>/cases overdue {first}</code>",
        words=clip(words, NAME_UNITS),
        names=context.say.listed(clip(s.name, NAME_UNITS) for s in spheres[:MOST_NAMES]),
        first=clip(spheres[0].name, NAME_UNITS),
    )
