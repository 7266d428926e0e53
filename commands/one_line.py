"""How a command ends early: with one line that says why not, and what to do instead."""

from collections.abc import Awaitable, Callable
from functools import wraps

from markupsafe import Markup

from commands.answers import answer
from commands.context import Context
from commands.incoming import Said, Tapped
from domain.delivery import Outgoing, PopUp
from domain.grammar import Reading
from domain.text import clip

# Telegram shows no more of a pop-up.
MOST_UNITS = 200

Asking = Callable[[Context, Said, Reading], Awaitable[list[Outgoing]]]
Tapping = Callable[[Context, Tapped, tuple[str, ...]], Awaitable[list[Outgoing]]]


class OneLine(Exception):  # noqa: N818 - an answer to a person, not a fault of the program
    """Ends a command with this line; raised before anything is stored."""

    def __init__(self, line: Markup) -> None:
        super().__init__(str(line))
        self.line = line


def in_one_line(command: Asking) -> Asking:
    """Let a command end by `OneLine`, answered as a reply."""

    @wraps(command)
    async def asked(context: Context, said: Said, reading: Reading) -> list[Outgoing]:
        try:
            return await command(context, said, reading)
        except OneLine as end:
            return [answer(said, end.line)]

    return asked


def in_a_pop_up(command: Tapping) -> Tapping:
    """Let a tap end by `OneLine`, answered in a pop-up that only who tapped sees."""

    @wraps(command)
    async def tapped(
        context: Context, tapped: Tapped, arguments: tuple[str, ...]
    ) -> list[Outgoing]:
        try:
            return await command(context, tapped, arguments)
        except OneLine as end:
            return [PopUp(tapped.tap, clip(end.line.striptags(), MOST_UNITS), alert=True)]

    return tapped
