"""Reconciliation: the open cases at both ends of a period, and all that lies between."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.events import Opened, Transferred
from domain.figures.scope import Horizon, KnownCase, belongs
from domain.figures.stages import Ending, Stage


class Flow(StrEnum):
    """The ways a case comes among the open ones of a scope, or leaves them."""

    OPENED = "opened"
    REOPENED = "reopened"
    MOVED_IN = "moved_in"
    MOVED_OUT = "moved_out"
    RESOLVED = "resolved"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """How the open cases at a period's start became those at its end."""

    open_at_start: int
    opened: int
    reopened: int
    moved_in: int
    resolved: int
    declined: int
    withdrawn: int
    merged: int
    moved_out: int
    voided: int
    open_at_end: int

    @property
    def reckoned_end(self) -> int:
        """The open cases that the flows lead to; equal to `open_at_end`, or the books are wrong."""
        came = self.opened + self.reopened + self.moved_in
        ended = self.resolved + self.declined + self.withdrawn + self.merged + self.voided
        return self.open_at_start + came - ended - self.moved_out


@dataclass(frozen=True, slots=True)
class _Turn:
    """One entry in the books: from which stage to which, and what event did it."""

    at: datetime
    event: object
    before: Stage | None
    after: Stage


def reconcile(
    cases: Iterable[KnownCase], horizon: Horizon, groups: frozenset[int] | None = None
) -> Reconciliation:
    """Reconcile a period, void cases included (METRICS, "Printing").

    Both ends are read off the cases' stages, and the flows off their events, so that the identity
    can fail. `groups` is the scope that cases move in and out of.
    """
    known = tuple(cases)
    books = [tuple(_turns(case)) for case in known]
    counted = Counter(flow for at, flow in flows(known, groups) if horizon.counts(at))
    return Reconciliation(
        open_at_start=sum(_open_at(turns, horizon.period.start, groups) for turns in books),
        open_at_end=sum(_open_at(turns, horizon.end, groups) for turns in books),
        **{flow.value: counted[flow] for flow in Flow},
    )


def flows(
    cases: Iterable[KnownCase], groups: frozenset[int] | None = None
) -> Iterator[tuple[datetime, Flow]]:
    """Yield every coming and going of the cases of a scope, with its moment."""
    for case in cases:
        for turn in _turns(case):
            flow = _flow(turn, groups)
            if flow is not None:
                yield turn.at, flow


def _turns(case: KnownCase) -> Iterator[_Turn]:
    """Yield the entries in ledger order, none dated before the one recorded ahead of it."""
    before, at = None, case.opened_at
    for entry, stage in case.course:
        # Otherwise the entries before a moment were no prefix, and the books could not balance.
        at = max(at, entry.at)
        yield _Turn(at, entry.event, before, stage)
        before = stage


def _open_at(turns: Iterable[_Turn], moment: datetime, groups: frozenset[int] | None) -> bool:
    stages = [turn.after for turn in turns if turn.at < moment]
    return bool(stages) and _is_open(stages[-1], groups)


def _flow(turn: _Turn, groups: frozenset[int] | None) -> Flow | None:
    was, now = _is_open(turn.before, groups), _is_open(turn.after, groups)
    if was == now:
        return None
    if isinstance(turn.event, Transferred):
        return Flow.MOVED_IN if now else Flow.MOVED_OUT
    if now:
        return Flow.OPENED if isinstance(turn.event, Opened) else Flow.REOPENED
    return _LEAVING[turn.after.outcome.ending] if turn.after.outcome else None


def _is_open(stage: Stage | None, groups: frozenset[int] | None) -> bool:
    return stage is not None and stage.outcome is None and belongs(stage.group, groups)


_LEAVING = {
    Ending.RESOLVED: Flow.RESOLVED,
    Ending.DECLINED: Flow.DECLINED,
    Ending.WITHDRAWN: Flow.WITHDRAWN,
    Ending.MERGED: Flow.MERGED,
    Ending.VOIDED: Flow.VOIDED,
}
