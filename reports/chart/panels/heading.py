"""A panel's title, and beside it what the looks of its marks mean."""

from collections.abc import Iterator, Sequence

from reports.chart.lettering import width_of
from reports.chart.marks import HEADING_SIZE, LEFT, RIGHT, TEXT_SIZE, Box, Label

HEADING_HEIGHT = 62
_SWATCH = 28
_GAP = 14
_BETWEEN = 36

Key = tuple[str, str]


def title(words: str, top: float) -> Label:
    """Return the title of a panel."""
    return Label(LEFT, top + HEADING_SIZE, words, size=HEADING_SIZE)


def key(entries: Sequence[Key], top: float) -> tuple[list[Box], list[Label]]:
    """Return swatches with their words, right on the title's line; an entry is look and words."""
    baseline = top + HEADING_SIZE
    places = list(_places(entries))
    boxes = [Box(x, baseline - _SWATCH, _SWATCH, _SWATCH, look) for x, (look, _) in places]
    labels = [Label(x + _SWATCH + _GAP, baseline, words) for x, (_, words) in places]
    return boxes, labels


def _places(entries: Sequence[Key]) -> Iterator[tuple[float, Key]]:
    widths = [_SWATCH + _GAP + width_of(words, TEXT_SIZE) for _, words in entries]
    x = RIGHT - sum(widths) - _BETWEEN * (len(entries) - 1)
    for entry, width in zip(entries, widths, strict=True):
        yield x, entry
        x += width + _BETWEEN
