"""A case as it stands, and how each event changes it."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import singledispatch

from domain import events
from domain.events import Entry
from domain.kinds import OPEN_STATES, CaseKind, Level, Line, State


@dataclass(frozen=True, slots=True)
class Case:
    """Everything known of one case; what people wrote is named by its digest.

    `counts_at` is the counting moment C = max(D, intake) of METRICS. `resolved_at` is the moment
    of the standing resolution, `outcome_at` that of any standing outcome. `joined` are the
    requesters of cases merged into this one. `remark` is what was said with the last move that took
    words: a question, what was done, why it was declined.
    """

    number: int
    group: int
    state: State
    level: Level
    line: Line
    kind: CaseKind
    category: str | None
    urgent: bool
    requester: int | None
    joined: tuple[int, ...]
    tagger: int | None
    handler: int | None
    words: str
    place: str | None
    labels: str | None
    started_at: datetime
    opened_at: datetime
    due_at: datetime
    net_due_at: datetime
    counts_at: datetime
    respond_by: datetime
    responded_at: datetime | None = None
    resolved_at: datetime | None = None
    outcome_at: datetime | None = None
    rate_until: datetime | None = None
    rounds: int = 0
    reopened: int = 0
    work_by: datetime | None = None
    waiting_since: datetime | None = None
    merged_into: int | None = None
    declined_by: int | None = None
    decline_confirmed: bool = False
    void_proposed_by: int | None = None
    remark: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to settle it."""
        return self.state in OPEN_STATES

    @property
    def calls_for_an_answer(self) -> bool:
        """Whether nobody has answered it yet, nor has who asked for it taken it on.

        To take on one's own case is no first response, and yet nobody else need be called.
        """
        is_own = self.state is not State.NEW and self.handler in self.requesters
        return self.is_open and self.responded_at is None and not is_own

    @property
    def requesters(self) -> tuple[int, ...]:
        """Everybody whose words are part of this case, first the one it was opened for."""
        first = () if self.requester is None else (self.requester,)
        return first + self.joined

    def is_overdue(self, now: datetime) -> bool:
        """Whether it is open past its deadline."""
        return self.is_open and now > self.due_at


def evolve(case: Case | None, number: int, entry: Entry) -> Case:
    """Return the case after `entry`; the first entry of a case must be its opening."""
    if case is None:
        if not isinstance(entry.event, events.Opened):
            raise ValueError(f"case {number} begins with {type(entry.event).__name__}")
        return _opened(number, entry, entry.event)
    return _changed(entry.event, _responded(case, entry), entry)


def _opened(number: int, entry: Entry, event: events.Opened) -> Case:
    return Case(
        number=number,
        group=event.group,
        state=State.NEW,
        level=Level.GROUP,
        line=event.line,
        kind=event.kind,
        category=event.category,
        urgent=event.urgent,
        requester=event.requester,
        joined=(),
        tagger=entry.actor,
        handler=event.handler,
        words=event.words.digest,
        place=event.place.digest if event.place else None,
        labels=event.labels.digest if event.labels else None,
        started_at=event.started_at,
        opened_at=entry.at,
        due_at=event.due_at,
        net_due_at=event.due_at,
        counts_at=max(event.due_at, entry.at),
        respond_by=event.respond_by,
    )


# Editing the tagged words is no response, nor is a merge, which is a move made on another case.
_NO_RESPONSE = (events.Reworded, events.Absorbed)


def _responded(case: Case, entry: Entry) -> Case:
    """Note the first response: by a role-holder other than a requester, never by the bot."""
    answers = entry.role_held and entry.actor is not None and entry.actor not in case.requesters
    if case.responded_at is None and answers and not isinstance(entry.event, _NO_RESPONSE):
        return replace(case, responded_at=entry.at)
    return case


@singledispatch
def _changed(event: object, case: Case, entry: Entry) -> Case:
    raise TypeError(f"no case changes by {type(event).__name__} at {entry.at} ({case.number})")


@_changed.register(events.Responded)
@_changed.register(events.Rated)
@_changed.register(events.Judged)
@_changed.register(events.Explained)
def _unchanged(_event: object, case: Case, _entry: Entry) -> Case:
    return case


@_changed.register(events.Accepted)
@_changed.register(events.Assigned)
def _taken(event: events.Accepted | events.Assigned, case: Case, entry: Entry) -> Case:
    return replace(_resumed(case, entry), state=State.ACCEPTED, handler=event.handler)


@_changed.register
def _asked(event: events.Asked, case: Case, entry: Entry) -> Case:
    remark = event.words.digest
    return replace(case, state=State.WAITING, waiting_since=entry.at, remark=remark)


@_changed.register
def _answered(_event: events.Answered, case: Case, entry: Entry) -> Case:
    return replace(_resumed(case, entry), state=State.ACCEPTED)


@_changed.register
def _reworded(event: events.Reworded, case: Case, _entry: Entry) -> Case:
    return replace(case, words=event.words.digest)


@_changed.register
def _resolved(event: events.Resolved, case: Case, entry: Entry) -> Case:
    return replace(
        _resumed(case, entry),
        state=State.RESOLVED,
        resolved_at=entry.at,
        outcome_at=entry.at,
        rate_until=event.rate_until,
        rounds=event.round,
        work_by=None,
        remark=event.words.digest,
    )


@_changed.register
def _declined(event: events.Declined, case: Case, entry: Entry) -> Case:
    return replace(
        _ended(case, entry, State.DECLINED),
        declined_by=entry.actor,
        decline_confirmed=False,
        remark=event.words.digest,
    )


@_changed.register
def _decline_confirmed(_event: events.DeclineConfirmed, case: Case, _entry: Entry) -> Case:
    return replace(case, decline_confirmed=True)


@_changed.register
def _decline_refused(_event: events.DeclineRefused, case: Case, _entry: Entry) -> Case:
    return replace(case, state=State.ACCEPTED, outcome_at=None)


@_changed.register
def _withdrawn(_event: events.Withdrawn, case: Case, entry: Entry) -> Case:
    left = tuple(person for person in case.requesters if person != entry.actor)
    if not left:
        return _ended(case, entry, State.WITHDRAWN)
    return replace(case, requester=left[0], joined=left[1:])


@_changed.register
def _merged(event: events.Merged, case: Case, entry: Entry) -> Case:
    return replace(_ended(case, entry, State.MERGED), merged_into=event.into)


@_changed.register
def _absorbed(event: events.Absorbed, case: Case, entry: Entry) -> Case:
    """Let the requester join; start and deadline only move by a merge before that deadline."""
    if event.requester is not None and event.requester not in case.requesters:
        case = replace(case, joined=(*case.joined, event.requester))
    if entry.at >= event.due_at:
        return case
    due_at = min(case.due_at, event.due_at)
    return replace(
        case,
        started_at=min(case.started_at, event.started_at),
        due_at=due_at,
        net_due_at=min(case.net_due_at, event.due_at),
        counts_at=max(due_at, case.opened_at),
    )


@_changed.register
def _extended(event: events.Extended, case: Case, entry: Entry) -> Case:
    if entry.at >= case.due_at:
        return case
    return replace(case, net_due_at=max(case.net_due_at, event.until))


@_changed.register(events.Escalated)
@_changed.register(events.HandedBack)
def _levelled(event: events.Escalated | events.HandedBack, case: Case, _entry: Entry) -> Case:
    return replace(case, level=event.level)


@_changed.register
def _transferred(event: events.Transferred, case: Case, _entry: Entry) -> Case:
    return replace(case, group=event.group)


@_changed.register
def _reopened(event: events.Reopened, case: Case, _entry: Entry) -> Case:
    return replace(
        case,
        state=State.ACCEPTED,
        resolved_at=None,
        outcome_at=None,
        reopened=case.reopened + 1,
        work_by=event.work_by,
    )


@_changed.register
def _corrected(event: events.Corrected, case: Case, _entry: Entry) -> Case:
    place = event.place.digest if event.place else None
    return replace(case, kind=event.kind, category=event.category, place=place)


@_changed.register
def _void_proposed(_event: events.VoidProposed, case: Case, entry: Entry) -> Case:
    return replace(case, void_proposed_by=entry.actor)


@_changed.register
def _voided(_event: events.Voided, case: Case, entry: Entry) -> Case:
    return _ended(case, entry, State.VOID)


@_changed.register
def _closed(_event: events.Closed, case: Case, _entry: Entry) -> Case:
    return replace(case, state=State.CLOSED)


def _ended(case: Case, entry: Entry, state: State) -> Case:
    return replace(_resumed(case, entry), state=state, outcome_at=entry.at)


def _resumed(case: Case, entry: Entry) -> Case:
    """End a wait for the requester: the net deadline moves on by it, if it began before D."""
    if case.waiting_since is None:
        return case
    if case.waiting_since >= case.due_at:
        return replace(case, waiting_since=None)
    waited = entry.at - case.waiting_since
    return replace(case, waiting_since=None, net_due_at=case.net_due_at + waited)
