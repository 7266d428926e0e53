"""A text in the forms it is matched in, and Telegram's offsets turned into places in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from domain.grammar.values import Span

Range = tuple[int, int]

# NUL, soft hyphen and the zero-width and direction marks; not the joiners, which emoji,
# Persian and Indic words are made with.
INVISIBLE = frozenset(
    chain(
        (0x00, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0xFEFF),
        range(0x202A, 0x202F),
        range(0x2060, 0x2070),
    )
)
# Stands where nothing is to be found; neither a letter nor a space.
HIDDEN = "\ufffc"

_VISIBLE = dict.fromkeys(INVISIBLE)
# İ is the one letter that grows when lowered, and every form must keep its places.
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: " ",
    0xFE5F: "#",
    0x130: "I",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """A text without invisible marks: as written, `flat` in half width, `folded` in small letters.

    An index means the same character in all three.
    """

    written: str
    flat: str
    folded: str

    def hide(self, ranges: Sequence[Range]) -> "Wording":
        """Give the same text with these ranges out of sight in the forms it is matched in."""
        return Wording(self.written, *(blank(form, ranges) for form in (self.flat, self.folded)))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A span by its place in a wording, from `start` to just before `end`."""

    kind: str
    start: int
    end: int
    user_id: int | None


def wording_of(text: str) -> Wording:
    """Take a text as it came and give the forms it is matched in."""
    written = text.translate(_VISIBLE)
    flat = written.translate(_HALF_WIDTH)
    return Wording(written, flat, flat.lower())


def fold(word: str) -> str:
    """Give the form in which words are compared: visible, half-width, small letters."""
    return wording_of(word).folded


def blank(form: str, ranges: Sequence[Range], filler: str = HIDDEN) -> str:
    """Overwrite ranges of a text, keeping every other character in its place."""
    pieces, position = [], 0
    for start, end in sorted(ranges):
        if end > position:
            begin = max(start, position)
            pieces += [form[position:begin], filler * (end - begin)]
            position = end
    return "".join((*pieces, form[position:])) if pieces else form


def locate(text: str, spans: Sequence[Span]) -> tuple[Stretch, ...]:
    """Find spans, counted in UTF-16 units of the text as it came, in its wording."""
    if not spans:
        return ()
    places = _places_of_units(text)
    last = len(places) - 1

    def place(unit: int) -> int:
        return places[min(max(unit, 0), last)]

    return tuple(
        Stretch(span.kind, place(span.offset), place(span.offset + span.length), span.user_id)
        for span in spans
    )


def _places_of_units(text: str) -> list[int]:
    places, index = [], 0
    for char in text:
        places += [index] * (2 if char > "\uffff" else 1)
        index += ord(char) not in INVISIBLE
    return [*places, index]
