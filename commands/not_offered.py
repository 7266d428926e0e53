"""Moves that this release reads but does not make yet: one honest line on what to do instead."""

from commands.answers import answer
from commands.context import Context
from commands.incoming import Said
from domain.delivery import Outgoing
from domain.grammar import Reading


async def decline(context: Context, said: Said, _reading: Reading) -> list[Outgoing]:
    """Say what to do instead of declining."""
    line = context.say(
        "A case cannot be declined yet, so nothing changed. Use #done and say why; "
        "its requester can rate that, or open it again."
    )
    return [answer(said, line)]


async def merge(context: Context, said: Said, _reading: Reading) -> list[Outgoing]:
    """Say what to do instead of merging."""
    line = context.say(
        "Cases cannot be merged yet, so nothing changed. Use #done and name the other case."
    )
    return [answer(said, line)]


async def escalate(context: Context, said: Said, _reading: Reading) -> list[Outgoing]:
    """Say what to do instead of escalating."""
    line = context.say(
        "A case cannot be sent up yet, so nothing changed. Tell the committee its number: "
        "they can do here whatever a grid leader can."
    )
    return [answer(said, line)]


async def extend(context: Context, said: Said, _reading: Reading) -> list[Outgoing]:
    """Say what to do instead of extending."""
    line = context.say(
        "A deadline cannot be extended yet, so nothing changed. "
        "Tell the requester in a reply what takes longer, and until when."
    )
    return [answer(said, line)]
