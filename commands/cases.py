"""`/cases [filter]`: the open cases, or those asked for, page by page."""

from commands.answers import answer, redraw
from commands.case_filters import Wanted, read_wanted
from commands.case_pages import page_of
from commands.context import Context
from commands.incoming import Said, Tapped
from commands.one_line import OneLine
from commands.outlook import outlook, outlook_of
from commands.scope_codes import read_id, read_scope
from domain.delivery import Outgoing
from domain.grammar import Reading
from domain.text import clip

WORDS_UNITS = 64


async def cases(context: Context, said: Said, reading: Reading) -> list[Outgoing]:
    """List the cases asked for, of this group or of what the asker's roles reach."""
    wanted, rest = read_wanted(reading.command.arguments if reading.command else "")
    if rest and not said.chat.private:
        raise OneLine(
            context.say(
                "I do not understand “{words}”. For example: <code>/cases overdue</code>, "
                "<code>/cases urgent issue</code>, <code>/cases all</code>",
                words=clip(rest, WORDS_UNITS),
            )
        )
    view = await outlook(context, said.chat, said.sender.id, rest)
    page = await page_of(context, view, wanted)
    return [answer(said, page.html, page.keyboard)]


async def cases_tapped(
    context: Context, tapped: Tapped, arguments: tuple[str, ...]
) -> list[Outgoing]:
    """Turn to another page."""
    letters, written, before = (*arguments, "", "", "")[:3]
    scope = read_scope(context, written)
    view = await outlook_of(context, tapped.chat, tapped.sender.id, scope)
    page = await page_of(context, view, Wanted.from_code(letters), read_id(context, before) or None)
    return redraw(tapped, page.html, page.keyboard)
