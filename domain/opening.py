"""How a tagged message opens a case: for whom, on which line, and against which deadlines."""

from dataclasses import dataclass
from datetime import datetime

from domain.events import Opened, Words
from domain.kinds import CaseKind, Line
from domain.policy import Policy


@dataclass(frozen=True, slots=True)
class Requester:
    """Whose words open the case, and when they were written; the role is one over the group."""

    id: int | None
    holds_role: bool
    wrote_at: datetime

    @property
    def line(self) -> Line:
        """Residents' requests come from somebody without a role; the rest is found on patrol."""
        resident = self.id is not None and not self.holds_role
        return Line.RESIDENTS if resident else Line.PATROL


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the tagged message says, read by the grammar."""

    kind: CaseKind
    words: Words
    urgent: bool = False
    category: str | None = None
    handler: int | None = None
    place: Words | None = None
    labels: Words | None = None


def open_case(group: int, requester: Requester, tagged: Tagged, policy: Policy) -> Opened:
    """Open a case; its clocks start with the requester's own message, however late the tag."""
    return Opened(
        group=group,
        kind=tagged.kind,
        line=requester.line,
        requester=requester.id,
        started_at=requester.wrote_at,
        due_at=requester.wrote_at + policy.resolve_within,
        respond_by=requester.wrote_at + policy.respond_within,
        words=tagged.words,
        urgent=tagged.urgent,
        category=tagged.category,
        handler=tagged.handler,
        place=tagged.place,
        labels=tagged.labels,
    )
