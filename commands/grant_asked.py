"""Whom, and which role, somebody means who gives or takes a role."""

from dataclasses import dataclass

from markupsafe import Markup

from commands.area_names import LONGEST_NAME
from commands.context import Context
from commands.handler import named_handler
from commands.incoming import Said, SenderKind
from commands.one_line import OneLine
from commands.role_words import read_role
from domain.grammar import Reading
from domain.roles import Role


@dataclass(frozen=True, slots=True)
class Asked:
    """A person by id and name, the role that is named if any, and the words for where."""

    user: int
    name: str
    role: Role | None
    where: str


async def read_asked(context: Context, said: Said, reading: Reading) -> Asked:
    """Read what is asked; raises OneLine when nobody known is meant."""
    user = await _person(context, said, reading)
    role, where = read_role(_without_people(reading))
    names = await context.work.people.names([user])
    return Asked(user, names.get(user, str(user)), role, where)


async def _person(context: Context, said: Said, reading: Reading) -> int:
    named = await named_handler(context, reading)
    if named.user is not None:
        return named.user
    if named.username is not None:
        raise OneLine(
            context.say(
                "I have not met @{name} yet. Ask them to send me /start, or to write in a group "
                "that I am in; then try again.",
                name=named.username[:LONGEST_NAME],
            )
        )
    quoted = said.reply_to
    if quoted is not None and quoted.sender.kind is SenderKind.PERSON and not quoted.ours:
        return quoted.sender.id
    raise OneLine(_whom(context, reading))


def _whom(context: Context, reading: Reading) -> Markup:
    if reading.command is not None and reading.command.name == "revoke":
        return context.say(
            "Whom do you mean? Name them, as in <code>/revoke @name</code>, or reply to "
            "a message of theirs with <code>/revoke</code>."
        )
    return context.say(
        "Whom do you mean? Name them, as in <code>/grant @name leader</code>, or reply to "
        "a message of theirs with <code>/grant leader</code>."
    )


def _without_people(reading: Reading) -> str:
    words = reading.command.arguments if reading.command else ""
    for mention in reading.mentions:
        if mention.user_id is not None:
            words = words.replace(mention.name, " ", 1)
    return " ".join(word for word in words.split() if not word.startswith(("@", "＠")))
