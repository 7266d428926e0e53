"""What a text says to people once what it says to the bot is taken out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from string import whitespace

from domain.grammar.wording import Range

# Can stand in no wording, where it would be invisible.
_SEAM = "\0"
_EDGE = whitespace + "\u00a0\u3000:：,，、;；"
_SPACES = re.compile(r"[^\S\n]+")
_SEAM_BEFORE_MARK = re.compile(r" ?\0[ \0]*(?=[,.;:!?，。；：！？、)）\n]|$)")
_SEAMS = re.compile(r" ?\0[ \0]*")
_LINE_ENDS = re.compile(r" ?\n ?")
_EMPTY_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Cut:
    """A range that goes; inside a sentence only its `marks` do, and the words between stay.

    Without `marks` it goes wherever it stands.
    """

    where: Range
    marks: tuple[Range, ...] | None = None


def remainder(written: str, cuts: Iterable[Cut]) -> str:
    """Give what is left of a text for people, tidied; reading it again changes nothing."""
    ordered = sorted(cuts, key=lambda cut: cut.where)
    at_edges = _at_edge(written, ordered) | _at_end(written, ordered)
    pieces, position = [], 0
    for cut in ordered:
        whole = cut.marks is None or cut.where in at_edges
        for start, end in (cut.where,) if whole else cut.marks or ():
            if end > position:
                pieces += [written[position:start], _SEAM if whole else ""]
                position = max(position, end)
    return _tidy("".join((*pieces, written[position:])))


def _at_edge(written: str, cuts: list[Cut]) -> set[Range]:
    """Give the cuts with nothing but other cuts before them."""
    found, position = set(), 0
    for start, end in (cut.where for cut in cuts):
        if written[position:start].strip(_EDGE):
            break
        found.add((start, end))
        position = max(position, end)
    return found


def _at_end(written: str, cuts: list[Cut]) -> set[Range]:
    """Give the cuts with nothing but other cuts behind them."""
    found, position = set(), len(written)
    for start, end in (cut.where for cut in reversed(cuts)):
        if written[end:position].strip(_EDGE):
            break
        found.add((start, end))
        position = min(position, start)
    return found


def _tidy(text: str) -> str:
    spaced = _SPACES.sub(" ", text)
    joined = _SEAMS.sub(" ", _SEAM_BEFORE_MARK.sub("", spaced))
    lines = _EMPTY_LINES.sub("\n\n", _LINE_ENDS.sub("\n", joined))
    return lines.strip(_EDGE)
