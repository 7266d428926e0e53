"""What goes into the grammar and what comes out of it."""

from dataclasses import dataclass

from domain.kinds import CaseKind, Move


@dataclass(frozen=True, slots=True)
class Span:
    """An entity as Telegram sends it; `offset` and `length` in UTF-16 code units."""

    kind: str
    offset: int
    length: int
    user_id: int | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody named in a text: by username (without @), or by id where they have none."""

    username: str | None
    user_id: int | None
    name: str


@dataclass(frozen=True, slots=True)
class Command:
    """A command at the head of a text: its name in small letters, whom it addressed, the rest."""

    name: str
    addressed: str | None
    arguments: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything a text says to the bot, and `text`, what it says to people.

    `labels` stand as written, without their mark; `place` as written.
    `numbers` are case numbers in the order they come, `days` those of an extension.
    """

    text: str
    kind: CaseKind | None = None
    urgent: bool = False
    move: Move | None = None
    numbers: tuple[int, ...] = ()
    categories: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    place: str | None = None
    days: int | None = None
    command: Command | None = None
