"""Who is asked to handle a case: the first person a message names."""

from dataclasses import dataclass

from commands.context import Context
from domain.grammar import Mention, Reading
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
        await _meet(context, mention.user_id, mention.name)
        return Named(mention.user_id, mention.name)
    person = await context.work.people.by_username(mention.username or "")
    return Named(person.user, person.name) if person else Named(username=mention.username)


async def _meet(context: Context, user: int, name: str) -> None:
    """Remember somebody who has no username, and was named before writing anything."""
    if await context.work.people.find(user) is None:
        person = Person(user, name, username=None, language=None, seen_at=context.now)
        await context.work.people.remember([person])


def _is_bot(context: Context, mention: Mention) -> bool:
    by_name = (mention.username or "").lower() == context.bot.username.lower()
    return by_name or mention.user_id == context.bot.id
