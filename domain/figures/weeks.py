"""Week by week: how many of residents' requests were opened and settled in each."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.events import Story
from domain.figures.reconciliation import Flow, flows
from domain.figures.scope import KnownCase, known_cases
from domain.kinds import Line
from domain.periods import Period


@dataclass(frozen=True, slots=True)
class WeekCounted:
    """A week, how many cases were opened and settled in it, and whether it still runs at A."""

    week: Period
    opened: int
    settled: int
    is_running: bool


def week_by_week(
    stories: Iterable[Story],
    weeks: Sequence[Period],
    as_of: datetime,
    groups: frozenset[int] | None = None,
) -> tuple[WeekCounted, ...]:
    """Count residents' requests over weeks that follow one another, as known at `as_of`.

    Opened and settled are the flows of the reconciliation, so that a case settled twice counts
    twice. Cases opened by mistake are left out, as in every rate.
    """
    cases = [case for case in known_cases(stories, as_of) if _counts(case)]
    counted = Counter((_place(weeks, at), flow) for at, flow in flows(cases, groups))
    return tuple(
        WeekCounted(
            week=week,
            opened=counted[place, Flow.OPENED],
            settled=counted[place, Flow.RESOLVED],
            is_running=as_of < week.end,
        )
        for place, week in enumerate(weeks)
    )


def _counts(case: KnownCase) -> bool:
    return case.line is Line.RESIDENTS and not case.is_void


def _place(weeks: Sequence[Period], moment: datetime) -> int | None:
    """Return which of the weeks a moment lies in, None for one before or after them all."""
    place = bisect_right(weeks, moment, key=lambda week: week.start) - 1
    return place if place >= 0 and moment < weeks[place].end else None
