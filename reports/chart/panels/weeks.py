"""Cases opened and settled, a pair of bars for each week."""

from reports.chart.chart import Bars, Weeks
from reports.chart.marks import LINE_HEIGHT, PLOT_LEFT, RIGHT, Box, Label, Marks
from reports.chart.panels.axes import levels, round_end
from reports.chart.panels.heading import HEADING_HEIGHT, key, title

_HEIGHT = 176
_EVERY = 4
_BAR = 0.36  # of a week's width
_PAIR_GAP = 4
_OUTLINE = 3


def weeks_panel(weeks: Weeks, top: float) -> Marks:
    """Place the bars: opened outlined, settled filled; dashed and hatched while the week runs."""
    high, low = top + HEADING_HEIGHT + 34, top + HEADING_HEIGHT + 34 + _HEIGHT
    most = round_end(max(max(each.opened, each.settled) for each in weeks.bars))
    names = ((low, "0"), ((low + high) / 2, f"{most // 2:,}"), (high, f"{most:,}"))
    scale, axis = _HEIGHT / most, levels(names)
    swatches, words = key((("opened", weeks.opened), ("settled", weeks.settled)), top)
    pairs = [
        box
        for place, bars in enumerate(weeks.bars)
        for box in _pair(weeks, place, bars, low, scale)
    ]
    return Marks(
        bottom=low + LINE_HEIGHT,
        boxes=[*swatches, *pairs],
        lines=axis.lines,
        labels=[title(weeks.title, top), *words, *axis.labels, *_days(weeks, low + LINE_HEIGHT)],
    )


def _pair(weeks: Weeks, place: int, bars: Bars, low: float, scale: float) -> list[Box]:
    slot = (RIGHT - PLOT_LEFT) / len(weeks.bars)
    width, middle = slot * _BAR, PLOT_LEFT + slot * (place + 0.5)
    running = bool(weeks.so_far) and bars is weeks.bars[-1]
    looks = ("opened_so_far", "settled_so_far") if running else ("opened", "settled")
    left = (middle - _PAIR_GAP / 2 - width, middle + _PAIR_GAP / 2)
    return [
        Box(x, low - count * scale, width, count * scale, look)
        for x, count, look in zip(left, (bars.opened, bars.settled), looks, strict=True)
        if count
    ]


def _days(weeks: Weeks, y: float) -> list[Label]:
    """Name the day that every fourth week begins on, and the week that still runs."""
    slot = (RIGHT - PLOT_LEFT) / len(weeks.bars)
    named = [
        Label(PLOT_LEFT + slot * place, y, bars.begins, look="soft")
        for place, bars in enumerate(weeks.bars)
        if place % _EVERY == 0
    ]
    return [*named, *([Label(RIGHT, y, weeks.so_far, "end")] if weeks.so_far else [])]
