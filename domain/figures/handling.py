"""Handling time: how long cases take, the unfinished ones included, after Kaplan and Meier."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

from domain.figures.scope import KnownCase
from domain.figures.stages import Ending

OPENED_WITHIN = timedelta(weeks=12)
_MEDIAN = Fraction(1, 2)
_P90 = Fraction(9, 10)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the curve: after `time`, the share `survival` of cases is still unresolved."""

    time: timedelta
    survival: Fraction
    at_risk: int
    events: int

    @property
    def settled(self) -> Fraction:
        """The share that is resolved by then."""
        return 1 - self.survival


@dataclass(frozen=True, slots=True)
class HandlingTime:
    """The curve of unresolved cases, and how many it rests on.

    Cases that ended without a resolution leave the curve at that moment; reading it as the time
    all cases take assumes that they are not special, so their number stands beside it. Nothing is
    known beyond `followed`, how long the case that was followed longest had been waiting. Whatever
    the period of the other figures, it rests on the cases opened from `since` on.
    """

    since: datetime
    curve: tuple[Step, ...]
    events: int
    censored_open: int
    censored_otherwise: int
    followed: timedelta

    @property
    def n(self) -> int:
        """All cases the curve rests on."""
        return self.events + self.censored_open + self.censored_otherwise

    @property
    def median(self) -> timedelta | None:
        """The time by which half are resolved; None when not reached."""
        return self.quantile(_MEDIAN)

    @property
    def p90(self) -> timedelta | None:
        """The time by which nine in ten are resolved; None when not reached."""
        return self.quantile(_P90)

    def quantile(self, p: Fraction) -> timedelta | None:
        """Return the smallest t with S(t) <= 1 - p, or None when the curve stays above."""
        return next((step.time for step in self.curve if step.survival <= 1 - p), None)


def handling_time(cases: Iterable[KnownCase], as_of: datetime) -> HandlingTime:
    """Reckon handling time over the cases opened in the twelve weeks before `as_of`.

    Time runs from the resident's own message to the standing resolution.
    """
    since = as_of - OPENED_WITHIN
    recent = [case for case in cases if case.opened_at >= since]
    resolved = [_lasted(case, as_of) for case in recent if _ending(case) is Ending.RESOLVED]
    unfinished = [_lasted(case, as_of) for case in recent if _ending(case) is None]
    otherwise = [
        _lasted(case, as_of) for case in recent if _ending(case) not in {None, Ending.RESOLVED}
    ]
    return HandlingTime(
        since,
        kaplan_meier(resolved, unfinished + otherwise),
        len(resolved),
        len(unfinished),
        len(otherwise),
        max(resolved + unfinished + otherwise, default=timedelta(0)),
    )


def kaplan_meier(resolved: list[timedelta], censored: list[timedelta]) -> tuple[Step, ...]:
    """Return the Kaplan-Meier curve in exact fractions, a step for each time of a resolution.

    A case censored at the very time of a resolution is still at risk there.
    """
    ended, left = Counter(resolved), Counter(censored)
    at_risk, survival, steps = len(resolved) + len(censored), Fraction(1), []
    for time in sorted(ended | left):
        if ended[time]:
            survival *= Fraction(at_risk - ended[time], at_risk)
            steps.append(Step(time, survival, at_risk, ended[time]))
        # After the step, so that a case censored at this very time was still at risk in it.
        at_risk -= ended[time] + left[time]
    return tuple(steps)


def _ending(case: KnownCase) -> Ending | None:
    return case.outcome.ending if case.outcome else None


def _lasted(case: KnownCase, as_of: datetime) -> timedelta:
    return (case.outcome.at if case.outcome else as_of) - case.clock.started_at
