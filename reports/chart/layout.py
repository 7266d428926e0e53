"""The whole picture laid out: name and span, the three panels, and the foot."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from reports.chart.chart import Chart
from reports.chart.lettering import drawable, fitted, wrapped
from reports.chart.marks import LEFT, LINE_HEIGHT, NAME_SIZE, RIGHT, TEXT_SIZE, Label, Line, Marks
from reports.chart.panels.satisfaction import satisfaction_panel
from reports.chart.panels.waiting import waiting_panel
from reports.chart.panels.weeks import weeks_panel

_TOP = 48
_NAME_LINE = 70
_BETWEEN = 40
_BOTTOM = 44


@dataclass(frozen=True, slots=True)
class Layout:
    """A picture's height in pixels, and all its marks."""

    height: int
    marks: Marks


def laid_out(chart: Chart) -> Layout:
    """Lay the panels out under each other, each as high as it needs to be."""
    head = _head(chart)
    weeks = weeks_panel(chart.weeks, head.bottom + _BETWEEN)
    waiting = waiting_panel(chart.waiting, weeks.bottom + _BETWEEN)
    satisfaction = satisfaction_panel(chart.satisfaction, waiting.bottom + _BETWEEN)
    foot = _foot(chart, satisfaction.bottom + _BETWEEN)
    height = round(foot.bottom + _BOTTOM)
    return Layout(height, _joined((head, weeks, waiting, satisfaction, foot), height))


def _head(chart: Chart) -> Marks:
    width, y = RIGHT - LEFT, _TOP - (_NAME_LINE - NAME_SIZE)
    labels = list[Label]()
    for line in _name(chart.name, width):
        y += _NAME_LINE
        labels.append(Label(LEFT, y, line, size=NAME_SIZE))
    y += LINE_HEIGHT + 8
    labels.append(Label(LEFT, y, fitted(chart.span, TEXT_SIZE, width), look="soft"))
    return Marks(bottom=y + 8, labels=labels)


def _name(name: str, width: float) -> list[str]:
    """Return a name on one line or two; what does not fit is cut off behind an ellipsis."""
    first, *rest = wrapped(drawable(name), NAME_SIZE, width)
    lines = [first, " ".join(rest)] if rest else [first]
    return [fitted(line, NAME_SIZE, width) for line in lines]


def _foot(chart: Chart, top: float) -> Marks:
    labels = [
        Label(LEFT, top + LINE_HEIGHT * (place + 1), line, look="soft")
        for place, line in enumerate(chart.foot)
    ]
    return Marks(bottom=labels[-1].y, lines=[Line(LEFT, top, RIGHT, top, "grid")], labels=labels)


def _joined(parts: Sequence[Marks], bottom: float) -> Marks:
    return Marks(
        bottom=bottom,
        boxes=list(chain.from_iterable(part.boxes for part in parts)),
        paths=list(chain.from_iterable(part.paths for part in parts)),
        lines=list(chain.from_iterable(part.lines for part in parts)),
        dots=list(chain.from_iterable(part.dots for part in parts)),
        labels=list(chain.from_iterable(part.labels for part in parts)),
    )
