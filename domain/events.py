"""Everything that can have happened to a case, in the past tense."""

from dataclasses import dataclass
from datetime import datetime

from domain.kinds import CaseKind, Cause, Level, Line


@dataclass(frozen=True, slots=True)
class Words:
    """What a person wrote: in the ledger only its salted digest stands; the body can be erased."""

    digest: str
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A tag opened the case for `requester`, whose own message was written at `started_at`."""

    group: int
    kind: CaseKind
    line: Line
    requester: int | None
    started_at: datetime
    due_at: datetime
    respond_by: datetime
    words: Words
    urgent: bool = False
    category: str | None = None
    handler: int | None = None
    place: Words | None = None
    labels: Words | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    """A role-holder took the case on, as its handler."""

    handler: int


@dataclass(frozen=True, slots=True)
class Assigned:
    """A role-holder named the handler."""

    handler: int


@dataclass(frozen=True, slots=True)
class Responded:
    """A role-holder other than the requester replied for the first time, without a move."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The requester was asked for more; the net clock pauses."""

    words: Words


@dataclass(frozen=True, slots=True)
class Answered:
    """The requester supplied what was asked."""

    words: Words


@dataclass(frozen=True, slots=True)
class Reworded:
    """The message that opened the case was edited; the start stays."""

    words: Words


@dataclass(frozen=True, slots=True)
class Resolved:
    """The handler reports the case settled; `round` counts resolutions from 1.

    The requester may rate until `rate_until`, as the policy of that moment says.
    """

    words: Words
    round: int
    rate_until: datetime


@dataclass(frozen=True, slots=True)
class Declined:
    """The case was refused, with a reason; it counts only once the level above confirms."""

    words: Words


@dataclass(frozen=True, slots=True)
class DeclineConfirmed:
    """The level above agreed with the refusal."""


@dataclass(frozen=True, slots=True)
class DeclineRefused:
    """The level above did not agree; the case is open again."""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A requester took the request back; a case with other requesters goes on for them."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The case ended by joining `into`."""

    into: int


@dataclass(frozen=True, slots=True)
class Absorbed:
    """Another case joined this one, bringing its requester, start and deadline."""

    other: int
    requester: int | None
    started_at: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Extended:
    """The level above allowed more time; only the net deadline moves."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Escalated:
    """The case went up to `level`, by a person, or by itself when overdue."""

    level: Level


@dataclass(frozen=True, slots=True)
class HandedBack:
    """The case came down to `level`."""

    level: Level


@dataclass(frozen=True, slots=True)
class Transferred:
    """The case went to another group of the community."""

    group: int


@dataclass(frozen=True, slots=True)
class Reopened:
    """The outcome no longer stands; `work_by` guides reminders, the deadline stays."""

    cause: Cause
    work_by: datetime


@dataclass(frozen=True, slots=True)
class Corrected:
    """Kind, category or place were put right; each is the value that now holds."""

    kind: CaseKind
    category: str | None
    place: Words | None


@dataclass(frozen=True, slots=True)
class VoidProposed:
    """The author or a leader called the case a mistake; a second person has to agree."""


@dataclass(frozen=True, slots=True)
class Voided:
    """The case was a mistake or a test; it is counted and listed, but not measured."""


@dataclass(frozen=True, slots=True)
class Rated:
    """The requester gave a score from 5 (very satisfied) to 1 in `round`; the last one counts."""

    round: int
    score: int
    at_the_edge: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """The requester said whether it is solved."""

    round: int
    solved: bool


@dataclass(frozen=True, slots=True)
class Explained:
    """The requester gave the reason for a low score."""

    round: int
    words: Words


@dataclass(frozen=True, slots=True)
class Closed:
    """The rating window ended; the outcome is final for the group."""


CaseEvent = (
    Opened
    | Accepted
    | Assigned
    | Responded
    | Asked
    | Answered
    | Reworded
    | Resolved
    | Declined
    | DeclineConfirmed
    | DeclineRefused
    | Withdrawn
    | Merged
    | Absorbed
    | Extended
    | Escalated
    | HandedBack
    | Transferred
    | Reopened
    | Corrected
    | VoidProposed
    | Voided
    | Rated
    | Judged
    | Explained
    | Closed
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One case event with its moment and who caused it (None: the bot by itself).

    `role_held` tells whether the actor held a role over the group at that moment.
    """

    at: datetime
    actor: int | None
    event: CaseEvent
    role_held: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """Everything that happened to one case, in ledger order; the first entry is its `Opened`."""

    number: int
    entries: tuple[Entry, ...]
