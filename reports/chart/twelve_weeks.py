"""The figures that a chart shows, from one reading of the ledger."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.events import Story
from domain.figures import (
    Figures,
    ShownBallots,
    WeekCounted,
    shown_side_by_side,
    week_by_week,
)
from domain.periods import Period, previous_month
from domain.roles import Scope
from reports.calendar import week_before
from reports.figures.handling import handling_is_told
from reports.measured import measured, stories_of
from reports.places import place
from reports.summary import is_quiet
from reports.telling import Telling
from storage.work import Work

WEEKS = 12
MONTHS = 3


@dataclass(frozen=True, slots=True)
class ShownMonth:
    """A month that is over, and what of its satisfaction may be shown beside the others'."""

    month: Period
    satisfaction: ShownBallots


@dataclass(frozen=True, slots=True)
class TwelveWeeks:
    """What a chart shows of a scope: twelve weeks, the oldest first, and three whole months.

    `figures` are those of the last week.
    """

    name: str
    figures: Figures
    weeks: tuple[WeekCounted, ...]
    months: tuple[ShownMonth, ...]


async def twelve_weeks(
    work: Work, scope: Scope, last: Period, telling: Telling
) -> TwelveWeeks | None:
    """Reckon the twelve weeks that end with `last`, as of now.

    None while there are too few cases to tell how long they take, and when `last` was a quiet week
    that is over. Raises LookupError when there is no such scope.
    """
    there = await place(work, scope, telling.say)
    weeks, months = _weeks(last, telling.zone), _months(telling.now, telling.zone)
    begun, over = min(weeks[0].start, months[0].start), max(last.end, months[-1].end)
    stories = await stories_of(work, there.groups, Period(begun, over), telling)
    figures = measured(stories, there.groups, last, telling)
    if not handling_is_told(figures.residents.handling_time) or _was_quiet(figures):
        return None
    return TwelveWeeks(
        name=there.name,
        figures=figures,
        weeks=week_by_week(stories, weeks, telling.now, there.groups),
        months=_shown(stories, months, there.groups, telling),
    )


def _was_quiet(figures: Figures) -> bool:
    return figures.period.end <= figures.as_of and is_quiet(figures)


def _shown(
    stories: tuple[Story, ...], months: list[Period], groups: frozenset[int], telling: Telling
) -> tuple[ShownMonth, ...]:
    # Side by side, because a year or a quarter that is over is told as a whole, too.
    each = [measured(stories, groups, month, telling).satisfaction.first for month in months]
    return tuple(map(ShownMonth, months, shown_side_by_side(each)))


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
