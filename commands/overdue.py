"""`/overdue`: the open cases past their deadline."""

from commands.answers import answer
from commands.case_filters import OVERDUE
from commands.case_pages import page_of
from commands.context import Context
from commands.incoming import Said
from commands.outlook import outlook
from domain.delivery import Outgoing
from domain.grammar import Reading


async def overdue(context: Context, said: Said, reading: Reading) -> list[Outgoing]:
    """List what is overdue, of this group or of what the asker's roles reach."""
    name = reading.command.arguments if reading.command else ""
    view = await outlook(context, said.chat, said.sender.id, name)
    page = await page_of(context, view, OVERDUE)
    return [answer(said, page.html, page.keyboard)]
