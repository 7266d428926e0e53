"""How a command ends early: with one line that says why not, and what to do instead."""

from collections.abc import Awaitable, Callable

from markupsafe import Markup

from commands.context import Context
from commands.incoming import Said, Tapped
from domain.delivery import Outgoing
from domain.grammar import Reading

Asking = Callable[[Context, Said, Reading], Awaitable[list[Outgoing]]]
Tapping = Callable[[Context, Tapped, tuple[str, ...]], Awaitable[list[Outgoing]]]


class OneLine(Exception):  # noqa: N818 - an answer to a person, not a fault of the program
    """Ends a command with this line; what it has stored by then stays.

    What was said is answered by a reply, a tap by a pop-up that only who tapped sees.
    """

    def __init__(self, line: Markup) -> None:
        super().__init__(str(line))
        self.line = line
