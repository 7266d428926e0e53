"""Satisfaction of each month: in words, and where a rate may be shown with its interval drawn."""

from reports.chart.chart import Month, Range, Satisfaction
from reports.chart.lettering import width_of, wrapped
from reports.chart.marks import (
    LEFT,
    LINE_HEIGHT,
    PLOT_LEFT,
    RIGHT,
    TEXT_SIZE,
    Dot,
    Label,
    Line,
    Marks,
)
from reports.chart.panels.heading import HEADING_HEIGHT, title

_TRACK_BELOW = 38
_ROW_GAP, _TRACK_GAP = 12, 26
_CAP = 15
_GAP = 28
_NONE, _ALL = "0%", "100%"
_ENDS_GAP = 16
_HALF_A_DIGIT = TEXT_SIZE * 0.36


def satisfaction_panel(satisfaction: Satisfaction, top: float) -> Marks:
    """Place a row for each month; the interval lies on a line from none to all of them."""
    column = LEFT + _GAP + max(width_of(each.name, TEXT_SIZE) for each in satisfaction.months)
    y = top + HEADING_HEIGHT
    lines, dots, labels = list[Line](), list[Dot](), _heading(satisfaction, top)
    for month in satisfaction.months:
        words = _words(month, y + LINE_HEIGHT - 8, column)
        labels += words
        y = words[-1].y + 8
        if month.range:
            y += _TRACK_BELOW
            lines += _track(month.range, y)
            labels += _ends(y + _HALF_A_DIGIT)
            dots.append(Dot(_x(month.range.share), y))
        y += _TRACK_GAP if month.range else _ROW_GAP
    return Marks(bottom=y, lines=lines, dots=dots, labels=labels)


def _heading(satisfaction: Satisfaction, top: float) -> list[Label]:
    heading = title(satisfaction.title, top)
    if not any(month.range for month in satisfaction.months):
        return [heading]
    return [heading, Label(RIGHT, heading.y, satisfaction.likely, "end", look="soft")]


def _words(month: Month, y: float, x: float) -> list[Label]:
    name = Label(LEFT, y, month.name, look="soft")
    if month.range is None:
        lines = wrapped(month.words, TEXT_SIZE, RIGHT - x)
        return [name, *(Label(x, y + LINE_HEIGHT * at, line) for at, line in enumerate(lines))]
    interval = Label(RIGHT, y, month.range.words, "end", look="soft")
    return [name, Label(x, y, month.words), interval]


def _ends(y: float) -> list[Label]:
    return [
        Label(PLOT_LEFT - _ENDS_GAP, y, _NONE, "end", look="soft"),
        Label(RIGHT, y, _ALL, "end", look="soft"),
    ]


def _track(told: Range, y: float) -> list[Line]:
    low, high = _x(told.low), _x(told.high)
    return [
        Line(PLOT_LEFT, y, _x(1), y, "grid"),
        Line(low, y, high, y, "range"),
        *(Line(end, y - _CAP, end, y + _CAP, "range") for end in (low, high)),
    ]


def _x(share: float) -> float:
    right = RIGHT - width_of(_ALL, TEXT_SIZE) - _ENDS_GAP
    return PLOT_LEFT + (right - PLOT_LEFT) * share
