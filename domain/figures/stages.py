"""How a case stands between two entries of its story: where, for whom, and with what outcome."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.events import (
    Absorbed,
    DeclineConfirmed,
    Declined,
    DeclineRefused,
    Entry,
    Merged,
    Opened,
    Reopened,
    Resolved,
    Transferred,
    Voided,
    Withdrawn,
)


class Ending(StrEnum):
    """The ways a case can end."""

    RESOLVED = "resolved"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome that stands: when it came, by whom, and for a decline who confirmed it."""

    ending: Ending
    at: datetime
    actor: int | None
    confirmation: Entry | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """A case after one of its entries; without an outcome it is open."""

    group: int
    requesters: frozenset[int]
    outcome: Outcome | None = None


_ENDINGS = {
    Resolved: Ending.RESOLVED,
    Declined: Ending.DECLINED,
    Merged: Ending.MERGED,
    Voided: Ending.VOIDED,
}


def stages(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Stage]]:
    """Yield each entry with the stage it led to; the first must be the opening.

    Entries are taken in ledger order, in which each was a legal move, even when one recorded late
    bears an earlier time. Raises TypeError when the story does not begin with its opening.
    """
    stage: Stage | None = None
    # Not sorted by time: a late record that came first would undo what the group saw happen.
    for entry in entries:
        stage = _opened(entry) if stage is None else _next(stage, entry)
        yield entry, stage


def opening(entry: Entry) -> Opened:
    """Return the opening that an entry holds; raises TypeError when it holds something else."""
    if not isinstance(entry.event, Opened):
        raise TypeError(f"a story begins with {type(entry.event).__name__}")
    return entry.event


def _opened(entry: Entry) -> Stage:
    event = opening(entry)
    people = frozenset() if event.requester is None else frozenset({event.requester})
    return Stage(event.group, people)


def _next(stage: Stage, entry: Entry) -> Stage:
    ending = _ENDINGS.get(type(entry.event))
    if ending is not None:
        return replace(stage, outcome=Outcome(ending, entry.at, entry.actor))
    match entry.event:
        case Reopened() | DeclineRefused():
            return replace(stage, outcome=None)
        case DeclineConfirmed():
            return _confirmed(stage, entry)
        case Withdrawn():
            return _withdrawn(stage, entry)
    return _placed(stage, entry)


def _placed(stage: Stage, entry: Entry) -> Stage:
    match entry.event:
        case Absorbed(requester=int(requester)):
            return replace(stage, requesters=stage.requesters | {requester})
        case Transferred(group=group):
            return replace(stage, group=group)
    return stage


def _confirmed(stage: Stage, entry: Entry) -> Stage:
    # Only the decline it was asked about can be confirmed, not whatever stands by then.
    if stage.outcome is None or stage.outcome.ending is not Ending.DECLINED:
        return stage
    return replace(stage, outcome=replace(stage.outcome, confirmation=entry))


def _withdrawn(stage: Stage, entry: Entry) -> Stage:
    """One of several requesters leaves the case to the others; the last one ends it."""
    # A case without a known requester has nobody it could go on for: it ends.
    left = stage.requesters - {entry.actor}
    if left:
        return replace(stage, requesters=left)
    return replace(stage, outcome=Outcome(Ending.WITHDRAWN, entry.at, entry.actor))
