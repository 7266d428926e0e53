"""A marked stretch of a text: Telegram's MessageEntity."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sandbox.texts import utf16
from sandbox.world.users import User

# Inside these Telegram looks for no further links, tags, commands or mentions.
OPAQUE = frozenset({"pre", "code", "text_link", "text_mention"})


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of text and what it is; offset and length in UTF-16 units."""

    type: str
    offset: int
    length: int
    url: str = ""
    user: User | None = None
    language: str = ""
    custom_emoji_id: str = ""

    @property
    def end(self) -> int:
        """The offset behind the last unit."""
        return self.offset + self.length

    def meets(self, other: "Entity") -> bool:
        """Tell whether the two share a unit."""
        return self.offset < other.end and other.offset < self.end


def combined(marks: Iterable[Entity], found: Iterable[Entity]) -> tuple[Entity, ...]:
    """Join the writer's marks with what was found in the text, in Telegram's order."""
    marks = tuple(marks)
    opaque = [mark for mark in marks if mark.type in OPAQUE]
    visible = [each for each in found if not any(each.meets(mark) for mark in opaque)]
    return tuple(sorted((*marks, *visible), key=lambda each: (each.offset, -each.length)))


def trimmed(text: str, marks: Iterable[Entity]) -> tuple[str, tuple[Entity, ...]]:
    """Strip white space from both ends of a text, as Telegram does, and move its marks along."""
    bare = text.strip()
    shift = utf16.length(text[: len(text) - len(text.lstrip())])
    end = utf16.length(bare)
    moved = (_clipped(mark, shift, end) for mark in marks)
    return bare, tuple(mark for mark in moved if mark.length > 0)


def _clipped(mark: Entity, shift: int, end: int) -> Entity:
    start = min(max(mark.offset - shift, 0), end)
    stop = min(max(mark.end - shift, 0), end)
    return replace(mark, offset=start, length=stop - start)
