"""Timeliness T: how many of the cases due in a period were resolved by their deadline."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from fractions import Fraction

from domain.events import Accepted, Assigned, Opened
from domain.figures.scope import Horizon, KnownCase
from domain.figures.stages import Ending, Outcome
from domain.policy import Policy


class Verdict(Enum):
    """What a due case is to T."""

    HIT = auto()
    EXCLUDED = auto()
    MISSED = auto()


@dataclass(frozen=True, slots=True)
class Timeliness:
    """T with what it is made of; a rate is None when it has nothing to be a rate of."""

    hits: int
    net_hits: int
    due: int
    excluded: int
    pending: int

    @property
    def measured(self) -> int:
        """The cases T is a rate of."""
        return self.due - self.excluded

    @property
    def value(self) -> Fraction | None:
        """T = hits / (due - excluded)."""
        return Fraction(self.hits, self.measured) if self.measured else None

    @property
    def excluded_as_missed(self) -> Fraction | None:
        """T with every excluded case counted as missed."""
        return Fraction(self.hits, self.due) if self.due else None

    @property
    def net(self) -> Fraction | None:
        """Net T, over the same cases as T; one that is still unresolved is no hit here either."""
        return Fraction(self.net_hits, self.measured) if self.measured else None


def timeliness(cases: Iterable[KnownCase], horizon: Horizon, policy: Policy) -> Timeliness:
    """Reckon T of a period (METRICS, "Timeliness").

    Pending are the cases opened by the period's end whose counting moment had not come at A,
    resolved or not.
    """
    opened = [case for case in cases if case.opened_at < horizon.end]
    due = [case for case in opened if horizon.counts(counting_moment(case))]
    # Not by verdict alone: what was resolved after D is missed in T and may still be a net hit.
    verdicts = Counter(verdict(case, policy) for case in due)
    return Timeliness(
        hits=verdicts[Verdict.HIT],
        net_hits=sum(_resolved_by(case, case.clock.net_due_at) for case in due),
        due=len(due),
        excluded=verdicts[Verdict.EXCLUDED],
        pending=sum(counting_moment(case) >= horizon.as_of for case in opened),
    )


def counting_moment(case: KnownCase) -> datetime:
    """Return C = max(D, intake), so that a late tag never lands in a period already closed."""
    return max(case.clock.due_at, case.opened_at)


def verdict(case: KnownCase, policy: Policy) -> Verdict:
    """Return what a due case is to T, by the outcome standing at A."""
    if _resolved_by(case, case.clock.due_at):
        return Verdict.HIT
    outcome = case.outcome
    if outcome is None or outcome.ending is Ending.RESOLVED or outcome.at >= case.clock.due_at:
        return Verdict.MISSED
    if outcome.ending is Ending.DECLINED and not _rightly_confirmed(case, outcome, policy):
        return Verdict.MISSED
    return Verdict.EXCLUDED


def _resolved_by(case: KnownCase, deadline: datetime) -> bool:
    outcome = case.outcome
    return outcome is not None and outcome.ending is Ending.RESOLVED and outcome.at <= deadline


def _rightly_confirmed(case: KnownCase, decline: Outcome, policy: Policy) -> bool:
    """Whether somebody who neither declined nor ever handled the case agreed in time."""
    # The moves enforce this too; a figure that auditors rely on does not take it on trust.
    confirmation = decline.confirmation
    if confirmation is None or confirmation.at > decline.at + policy.confirm_decline_within:
        return False
    return confirmation.actor not in {None, decline.actor, *_handlers(case)}


def _handlers(case: KnownCase) -> set[int]:
    named = {
        entry.event.handler
        for entry in case.entries
        if isinstance(entry.event, Opened | Accepted | Assigned)
    }
    return {handler for handler in named if handler is not None}
