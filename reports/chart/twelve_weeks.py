"""The figures that a chart shows, reckoned from the stories of its weeks and months."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from zoneinfo import ZoneInfo

from domain.figures import Figures, ShownPeriod, WeekCounted, cohorts, week_by_week
from domain.periods import Period, previous_month, weeks_touching
from reports.calendar import week_before
from reports.chronicle import Chronicle, spanning
from reports.figures.handling import handling_is_told
from reports.measured import measured
from reports.summary import is_quiet
from reports.telling import Telling

WEEKS = 12
MONTHS = 3


@dataclass(frozen=True, slots=True)
class TwelveWeeks:
    """What a chart shows of a scope: twelve weeks, the oldest first, and three whole months.

    `figures` are those of the last week.
    """

    name: str
    figures: Figures
    weeks: tuple[WeekCounted, ...]
    months: tuple[ShownPeriod, ...]


def chart_span(last: Period, telling: Telling) -> Period:
    """Return the span whose stories the chart of twelve weeks that end with `last` needs."""
    months = _months(telling.now, telling.zone)
    touching = chain.from_iterable(weeks_touching(month, telling.zone) for month in months)
    return spanning(*_back_from(last, telling.zone), *touching)


def twelve_weeks(found: Chronicle, last: Period, telling: Telling) -> TwelveWeeks | None:
    """Reckon the twelve weeks that end with `last`, as of now, from the stories found.

    None while there are too few cases to tell how long they take, and when `last` was a quiet week
    that is over.
    """
    there, stories = found.place, found.stories
    figures = measured(stories, there.groups, last, telling)
    if not handling_is_told(figures.residents.handling_time) or _was_quiet(figures):
        return None
    papers = cohorts(stories, there.groups, telling.now, telling.zone)
    return TwelveWeeks(
        name=there.name,
        figures=figures,
        weeks=week_by_week(stories, _weeks(last, telling.zone), telling.now, there.groups),
        months=tuple(map(papers.shown, _months(telling.now, telling.zone))),
    )


def _was_quiet(figures: Figures) -> bool:
    return figures.period.end <= figures.as_of and is_quiet(figures)


def _weeks(last: Period, zone: ZoneInfo) -> list[Period]:
    return list(reversed(list(_back_from(last, zone))))


def _back_from(week: Period, zone: ZoneInfo) -> Iterator[Period]:
    for _ in range(WEEKS):
        yield week
        week = week_before(week, zone)


def _months(now: datetime, zone: ZoneInfo) -> list[Period]:
    months = [previous_month(now, zone)]
    while len(months) < MONTHS:
        months.insert(0, previous_month(months[0].start, zone))
    return months
