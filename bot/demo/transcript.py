"""Prints what happens in the sandbox's chats as a transcript: names, times, buttons, pop-ups."""

import textwrap
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from rich.cells import cell_len, chop_cells
from rich.console import Console
from rich.text import Text

from bot.demo.script import Script
from reports.language import Language
from sandbox.world.chats import Chat
from sandbox.world.messages import Message
from sandbox.world.queries import Answer
from sandbox.world.users import User

_INDENT = 8
_CLOSING = "，。、；：？！）”"


class Transcript:
    """Tells what is new in the chats it follows, in the order it was written or changed."""

    def __init__(self, console: Console, script: Script, say: Language, zone: ZoneInfo) -> None:
        self._console = console
        self._script = script
        self._say = say
        self._zone = zone
        self._told: dict[tuple[int, int], Message] = {}
        self._day = ""

    def tell_news(self, chats: Iterable[Chat]) -> None:
        """Print every message that is new or reads otherwise than when it was last printed."""
        for message in sorted(_current(chats), key=_told_when):
            before = self._told.get((message.chat.id, message.id))
            if before is None or _face(before) != _face(message):
                self._told[message.chat.id, message.id] = message
                self._tell(message, changed=before is not None)

    def pass_over(self, chats: Iterable[Chat]) -> None:
        """Take everything in the chats as told."""
        for message in _current(chats):
            self._told[message.chat.id, message.id] = message

    def tell_tap(self, who: User, label: str, answer: Answer | None, at: datetime) -> None:
        """Print that a button was tapped, and the pop-up that only who tapped can see."""
        self._open_day(at)
        line = Text.assemble(self._time(at), (who.name, "bold"), f" {self._script.taps} [{label}]")
        self._console.print(line)
        if answer is not None and answer.text:
            self._tell_text(f"{self._script.popup}: {answer.text}", "yellow")

    def tell_act(self, words: str, at: datetime) -> None:
        """Print something that is no message, such as somebody opening a chat."""
        self._open_day(at)
        self._console.print(Text.assemble(self._time(at), (words, "italic")))

    def _tell(self, message: Message, *, changed: bool) -> None:
        at = datetime.fromtimestamp(message.edited or message.date, UTC)
        self._open_day(at)
        if message.body.service:
            return
        name = (message.sender.name, "bold green" if message.sender.is_bot else "bold")
        what = f" {self._script.edits}" if changed else ""
        self._console.print(
            Text.assemble(self._time(at), name, what, self._where(message), self._answered(message))
        )
        self._tell_text(message.text, "")
        for row in message.keyboard:
            self._tell_text("  ".join(f"[{button.text}]" for button in row), "cyan")

    def _where(self, message: Message) -> str:
        return "" if message.chat.is_group else f" ({self._script.private})"

    def _answered(self, message: Message) -> str:
        replied = message.replied
        return f" ↩ {replied.sender.name}" if replied is not None else ""

    def _tell_text(self, text: str, style: str) -> None:
        for line in text.split("\n"):
            for piece in _wrapped(line, self._console.width - _INDENT):
                self._console.print(Text(f"{' ' * _INDENT}{piece}".rstrip(), style), soft_wrap=True)

    def _time(self, at: datetime) -> str:
        return f"{at.astimezone(self._zone):%H:%M}   "

    def _open_day(self, at: datetime) -> None:
        day = self._say.day(at, self._zone)
        if day != self._day:
            self._day = day
            self._console.print()
            self._console.rule(day, align="left")


def _current(chats: Iterable[Chat]) -> Iterator[Message]:
    for chat in chats:
        yield from chat.messages.values()


def _told_when(message: Message) -> tuple[int, bool, int]:
    """Tell new messages before the edits of the same second."""
    return message.edited or message.date, message.edited is not None, message.id


def _wrapped(line: str, cells: int) -> list[str]:
    """Break a line at its blanks, or, where letters are two cells wide as in Chinese, anywhere."""
    if cell_len(line) == len(line):
        return textwrap.wrap(line, cells) or [""]
    return _hung(chop_cells(line, cells)) or [""]


def _hung(pieces: Iterable[str]) -> list[str]:
    """Let closing marks hang over the edge: no Chinese line begins with one."""
    lines: list[str] = []
    for piece in pieces:
        rest = piece.lstrip(_CLOSING) if lines else piece
        if lines:
            lines[-1] += piece.removesuffix(rest)
        if rest:
            lines.append(rest)
    return lines


def _face(message: Message) -> tuple[object, ...]:
    """Return what a reader sees of a message."""
    return message.text, message.keyboard
