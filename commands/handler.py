"""Who is asked to handle a case: the first person a message names."""

from dataclasses import dataclass

from commands.context import Context
from domain.grammar import Mention, Reading
from domain.text import strip_marks
from storage.people import Person


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named in a message: known by `user` and `name`, or by a `username` never seen."""

    user: int | None = None
    name: str | None = None
    username: str | None = None


async def named_handler(context: Context, reading: Reading) -> Named:
    """Return who is named first, other than the bot itself; empty when nobody is."""
    for mention in reading.mentions:
        if not _is_bot(context, mention):
            return await _named(context, mention)
    return Named()


def claim_link(context: Context, number: int, username: str) -> str:
    """Return the link by which somebody named but never seen takes the case on."""
    return f"https://t.me/{context.bot.username}?start=claim-{number}-{username}"


async def _named(context: Context, mention: Mention) -> Named:
    if mention.user_id is not None:
        person = await _met(context, mention.user_id, mention.name)
        return Named(person.user, person.name)
    known = await context.work.people.by_username(mention.username or "")
    return Named(known.user, known.name) if known else Named(username=mention.username)


async def _met(context: Context, user: int, called: str) -> Person:
    """Return who has this id; somebody never seen is remembered as they are called here.

    Whoever writes can call the other anything, so a name that is known goes before it.
    """
    known = await context.work.people.find(user)
    if known is not None:
        return known
    person = Person(user, strip_marks(called), username=None, language=None, seen_at=context.now)
    await context.work.people.remember([person])
    return person


def _is_bot(context: Context, mention: Mention) -> bool:
    by_name = (mention.username or "").lower() == context.bot.username.lower()
    return by_name or mention.user_id == context.bot.id
