"""The figures of a week and of those before it, reckoned from the same stories."""

from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from domain.events import Story
from domain.figures import Figures
from domain.periods import Period
from reports.calendar import week_before
from reports.measured import measured
from reports.telling import Telling

WEEKS_LOOKED_BACK = 4


@dataclass(frozen=True, slots=True)
class Books:
    """The figures of `week`, and of the four weeks `before` it, the nearest first."""

    stories: tuple[Story, ...]
    week: Figures
    before: tuple[Figures, ...]


def books_span(week: Period, telling: Telling) -> Period:
    """Return the span whose stories the books of a week need."""
    *_, first = _weeks_before(week, telling.zone)
    return Period(first.start, week.end)


def books(
    stories: tuple[Story, ...], groups: frozenset[int], week: Period, telling: Telling
) -> Books:
    """Reckon the figures of some groups for a week and those before it, all as of now."""
    earlier = _weeks_before(week, telling.zone)
    return Books(
        stories,
        measured(stories, groups, week, telling),
        tuple(measured(stories, groups, period, telling) for period in earlier),
    )


def _weeks_before(week: Period, zone: ZoneInfo) -> Iterator[Period]:
    for _ in range(WEEKS_LOOKED_BACK):
        week = week_before(week, zone)
        yield week
