"""Which command a message asks for: a link, a question, a move, a tag, or a plain reply."""

from collections.abc import Awaitable, Callable
from functools import partial

from bot.tables import LINKS, MOVES, QUESTIONS
from commands.album import join_album
from commands.context import Context
from commands.correct import correct
from commands.explain import awaited, explain
from commands.help import short_help
from commands.incoming import Said
from commands.meant import replied_number
from commands.one_line import Asking
from commands.open_case import open_tagged
from commands.reply import reply
from commands.reword import reword
from domain.grammar import Reading

Choice = Callable[[Context, Said, Reading], Awaitable[Asking | None]]


async def choose(context: Context, said: Said, reading: Reading) -> Asking | None:
    """Return the command that a message asks for; None when it is only talk."""
    for choice in _CHOICES:
        chosen = await choice(context, said, reading)
        if chosen is not None:
            return chosen
    return None


async def _edited(context: Context, said: Said, _reading: Reading) -> Asking | None:
    """Reword the case of an edited message; its moves were made when it was written."""
    if said.edited_at is None:
        return None
    number = await context.work.posts.case_of(said.chat.id, said.message)
    return partial(reword, number=number) if number is not None else None


async def _linked(_context: Context, said: Said, reading: Reading) -> Asking | None:
    if reading.command is None or reading.command.name != "start" or not said.chat.private:
        return None
    what, _, rest = reading.command.arguments.partition("-")
    number = rest.partition("-")[0]
    if what not in LINKS or not number.isdecimal():
        return None
    return partial(LINKS[what], number=int(number))


async def _asked(_context: Context, _said: Said, reading: Reading) -> Asking | None:
    return QUESTIONS.get(reading.command.name) if reading.command else None


async def _tagged(context: Context, said: Said, reading: Reading) -> Asking | None:
    """Take a move where a case is meant; a kind tag in reply to a case puts that case right."""
    replied = await replied_number(context, said)
    if reading.move and (replied or reading.numbers or not reading.kind):
        return MOVES[reading.move]
    if replied and (reading.kind or reading.categories):
        return partial(correct, number=replied)
    return open_tagged if reading.kind else None


async def _joined(context: Context, said: Said, _reading: Reading) -> Asking | None:
    if said.album is None:
        return None
    number = await context.work.posts.case_of_album(said.chat.id, said.album)
    return partial(join_album, number=number) if number is not None else None


async def _replied(context: Context, said: Said, _reading: Reading) -> Asking | None:
    # What a leader answers in private no resident has seen, so it is no response.
    number = None if said.chat.private else await replied_number(context, said)
    return partial(reply, number=number) if number is not None else None


async def _in_private(context: Context, said: Said, _reading: Reading) -> Asking | None:
    if not said.chat.private or said.edited_at is not None:
        return None
    number = await awaited(context, said)
    return partial(explain, number=number) if number is not None else short_help


_CHOICES: tuple[Choice, ...] = (_edited, _linked, _asked, _joined, _tagged, _replied, _in_private)
