"""A late part of an album joins the case that the album opened."""

from commands.context import Context
from commands.incoming import Said
from domain.delivery import Outgoing
from domain.grammar import Reading


async def join_album(
    context: Context, said: Said, _reading: Reading, number: int
) -> list[Outgoing]:
    """Note that the part is about the case, so that a reply to it is, too."""
    await context.work.posts.bind(said.chat.id, said.message, number, None)
    return []
