"""The two clocks of a case: the gross one, which nothing stops, and the net one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce

from domain.events import (
    Absorbed,
    Accepted,
    Answered,
    Asked,
    Assigned,
    Declined,
    Entry,
    Extended,
    Opened,
    Resolved,
)


@dataclass(frozen=True, slots=True)
class Clock:
    """Start and deadline D of a case, and the net deadline."""

    started_at: datetime
    due_at: datetime
    net_due_at: datetime
    waiting_since: datetime | None = None


def clock(opened: Opened, later: Iterable[Entry]) -> Clock:
    """Return the clock of a case after its entries (METRICS, "Timeliness").

    A case merged in before its own deadline brings its start and deadline, where they are earlier.
    The net deadline moves by each wait for the requester that began before D, for as long as it
    lasted, and at least to each date approved before D.
    """
    start = Clock(opened.started_at, opened.due_at, opened.due_at)
    return reduce(_moved, later, start)


def _moved(now: Clock, entry: Entry) -> Clock:
    match entry.event:
        # Its own deadline over, the joining case is missed itself and must not be missed twice.
        case Absorbed(started_at=started_at, due_at=due_at) if entry.at < due_at:
            return _joined(now, started_at, due_at)
        case Extended(until=until) if entry.at < now.due_at:
            return replace(now, net_due_at=max(now.net_due_at, until))
        # Only before D: a question put when the time is up would be a way to buy more of it.
        case Asked() if now.waiting_since is None and entry.at < now.due_at:
            return replace(now, waiting_since=entry.at)
        case Answered() | Accepted() | Assigned() | Resolved() | Declined():
            return _resumed(now, entry.at)
    return now


def _joined(now: Clock, started_at: datetime, due_at: datetime) -> Clock:
    return replace(
        now,
        started_at=min(now.started_at, started_at),
        due_at=min(now.due_at, due_at),
        net_due_at=min(now.net_due_at, due_at),
    )


def _resumed(now: Clock, at: datetime) -> Clock:
    if now.waiting_since is None:
        return now
    # An answer that was recorded late may bear an earlier time than the question.
    waited = max(at, now.waiting_since) - now.waiting_since
    return replace(now, net_due_at=now.net_due_at + waited, waiting_since=None)
