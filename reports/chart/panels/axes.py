"""Axes: a level line for each round number, which stands in the column at the left."""

from collections.abc import Sequence

from reports.chart.marks import PLOT_LEFT, RIGHT, TEXT_SIZE, Label, Line, Marks

# Each has a whole half, which is marked, too.
_ENDS = (2, 4, 6, 8, 10, 12, 16, 20, 24, 30, 40, 50, 60, 80, 100)
_HALF_A_DIGIT = TEXT_SIZE * 0.36
_GAP = 16


def round_end(most: int) -> int:
    """Return the smallest round number that is not below `most`; an axis ends there."""
    scale = 1
    while most > _ENDS[-1] * scale:
        scale *= 10
    return next(end * scale for end in _ENDS if end * scale >= most)


def levels(named: Sequence[tuple[float, str]]) -> Marks:
    """Return level lines at these heights with their names; the first is the axis itself."""
    return Marks(
        bottom=named[0][0],
        lines=[
            Line(PLOT_LEFT, y, RIGHT, y, "grid" if place else "axis")
            for place, (y, _) in enumerate(named)
        ],
        labels=[
            Label(PLOT_LEFT - _GAP, y + _HALF_A_DIGIT, words, "end", look="soft")
            for y, words in named
        ],
    )
