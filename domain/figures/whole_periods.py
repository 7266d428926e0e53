"""Months, quarters and years: what may be told of their S beside that of the weeks in them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.events import Story
from domain.figures.papers import PaperAsked, papers
from domain.figures.satisfaction import ballots
from domain.figures.scope import belongs, known_cases
from domain.figures.showing import (
    COUNTS_FROM_RATINGS,
    Hidden,
    ShownBallots,
    Withheld,
    shown_among_others,
)
from domain.periods import Period, months_within, quarters_within, weeks_touching


@dataclass(frozen=True, slots=True)
class ShownPeriod:
    """A month, quarter or year, and what may be shown of its first round and of later ones."""

    period: Period
    first: ShownBallots
    later: ShownBallots


@dataclass(frozen=True, slots=True)
class Cohorts:
    """The papers whose windows had ended at A, from one going through the stories of a scope.

    `zone` is the one by whose calendar weeks and months begin.
    """

    first: tuple[PaperAsked, ...]
    later: tuple[PaperAsked, ...]
    as_of: datetime
    zone: ZoneInfo

    def shown(self, period: Period) -> ShownPeriod:
        """Return what may be shown of a month, quarter or year.

        Nothing but its own ratings and those of the weeks that touch it decides, so that no later
        figure undoes it. That is why it is told only when the week of its last day is over, too.
        """
        return ShownPeriod(period, self._shown(self.first, period), self._shown(self.later, period))

    def _shown(self, asked: Sequence[PaperAsked], period: Period) -> ShownBallots:
        whole = ballots([paper for paper in asked if period.holds(paper.ends_at)])
        rated = [paper.ends_at for paper in asked if paper.ballot]
        if weeks_touching(period, self.zone)[-1].end > self.as_of:
            return Hidden(whole.asked) if whole.n < COUNTS_FROM_RATINGS else Withheld(whole.asked)
        return shown_among_others(whole, self._shares(asked, rated, period))

    def _shares(
        self, asked: Sequence[PaperAsked], rated: Iterable[datetime], period: Period
    ) -> Iterable[int]:
        told = [period, *self._told_weeks(rated, period), *self._told_parts(asked, period)]
        sorted_out = Counter(tuple(each.holds(at) for each in told) for at in rated)
        return [ratings for holders, ratings in sorted_out.items() if any(holders)]

    def _told_weeks(self, rated: Iterable[datetime], period: Period) -> Iterator[Period]:
        for week in weeks_touching(period, self.zone):
            if sum(map(week.holds, rated)) >= COUNTS_FROM_RATINGS:
                yield week

    def _told_parts(self, asked: Sequence[PaperAsked], period: Period) -> Iterator[Period]:
        for part in (*months_within(period, self.zone), *quarters_within(period, self.zone)):
            if part != period and not isinstance(self._shown(asked, part), Hidden | Withheld):
                yield part


def cohorts(
    stories: Iterable[Story], groups: frozenset[int], as_of: datetime, zone: ZoneInfo
) -> Cohorts:
    """Return the papers asked in some groups; give the stories of all weeks that touch a period."""
    measured = [
        case
        for case in known_cases(stories, as_of)
        if belongs(case.group, groups) and not case.is_void
    ]
    ended = [paper for case in measured for paper in papers(case) if paper.ends_at < as_of]
    first = tuple(paper for paper in ended if paper.first)
    later = tuple(paper for paper in ended if not paper.first)
    return Cohorts(first, later, as_of, zone)
