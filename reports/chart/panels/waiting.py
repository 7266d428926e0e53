"""How long cases took: the share settled as a rising stair, with the target marked."""

from collections.abc import Iterator

from reports.chart.chart import Waiting
from reports.chart.lettering import width_of, wrapped
from reports.chart.marks import (
    LEFT,
    LINE_HEIGHT,
    PLOT_LEFT,
    RIGHT,
    TEXT_SIZE,
    Label,
    Line,
    Marks,
    Path,
)
from reports.chart.panels.axes import levels
from reports.chart.panels.heading import HEADING_HEIGHT, key, title

_HEIGHT = 200
_ABOVE = 58  # room for the target's name


def waiting_panel(waiting: Waiting, top: float) -> Marks:
    """Place the stair: filled below, where cases are settled; blank above, where people wait."""
    lines = [line for words in waiting.lines for line in wrapped(words, TEXT_SIZE, RIGHT - LEFT)]
    text_top = top + HEADING_HEIGHT
    high = text_top + LINE_HEIGHT * len(lines) + _ABOVE + 18
    low = high + _HEIGHT
    axis = levels(((low, "0%"), ((low + high) / 2, "50%"), (high, "100%")))
    swatches, words = key((("settled_area", waiting.settled), ("waiting", waiting.waiting)), top)
    stair = " ".join(_stair(waiting, low))
    target = _x(waiting, waiting.target.days)
    return Marks(
        bottom=low + LINE_HEIGHT,
        boxes=swatches,
        paths=[Path(f"{stair} V{low:.1f} Z", "area"), Path(stair, "stair")],
        lines=[*axis.lines, Line(target, high - 14, target, low, "target")],
        labels=[
            title(waiting.title, top),
            *words,
            *(
                Label(LEFT, text_top + LINE_HEIGHT * (place + 1) - 8, line)
                for place, line in enumerate(lines)
            ),
            Label(target, high - 28, waiting.target.words, "middle"),
            *axis.labels,
            *_days(waiting, low + LINE_HEIGHT),
        ],
    )


def _stair(waiting: Waiting, low: float) -> Iterator[str]:
    yield f"M{PLOT_LEFT} {low:.1f}"
    for step in waiting.steps:
        yield f"H{_x(waiting, step.days):.1f} V{low - step.share * _HEIGHT:.1f}"
    yield f"H{_x(waiting, waiting.known_until):.1f}"


def _days(waiting: Waiting, y: float) -> list[Label]:
    return [
        Label(_kept_within(waiting, tick.days, tick.words), y, tick.words, "middle", look="soft")
        for tick in waiting.ticks
    ]


def _kept_within(waiting: Waiting, days: float, words: str) -> float:
    half = width_of(words, TEXT_SIZE) / 2
    return min(max(_x(waiting, days), PLOT_LEFT + half), RIGHT - half)


def _x(waiting: Waiting, days: float) -> float:
    return PLOT_LEFT + (RIGHT - PLOT_LEFT) * days / waiting.ticks[-1].days
