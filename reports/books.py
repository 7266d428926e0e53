"""The figures of a week and of those before it, from one reading of the ledger."""

from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from domain.events import Story
from domain.figures import Figures
from domain.periods import Period
from reports.calendar import week_before
from reports.measured import measured, stories_of
from reports.telling import Telling
from storage.work import Work

WEEKS_LOOKED_BACK = 4


@dataclass(frozen=True, slots=True)
class Books:
    """The figures of `week`, and of the four weeks `before` it, the nearest first."""

    stories: tuple[Story, ...]
    week: Figures
    before: tuple[Figures, ...]


async def books(work: Work, groups: frozenset[int], week: Period, telling: Telling) -> Books:
    """Reckon the figures of some groups for a week and those before it, all as of now."""
    earlier = tuple(_weeks_before(week, telling.zone))
    span = Period(earlier[-1].start, week.end)
    stories = await stories_of(work, groups, span, telling)
    return Books(
        stories,
        measured(stories, groups, week, telling),
        tuple(measured(stories, groups, period, telling) for period in earlier),
    )


def _weeks_before(week: Period, zone: ZoneInfo) -> Iterator[Period]:
    for _ in range(WEEKS_LOOKED_BACK):
        week = week_before(week, zone)
        yield week
