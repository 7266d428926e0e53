"""Stories told in a line each, by days after a Monday, for the tests of the figures."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from domain.events import (
    Absorbed,
    Accepted,
    CaseEvent,
    Declined,
    Entry,
    Merged,
    Opened,
    Rated,
    Reopened,
    Resolved,
    Story,
    Words,
)
from domain.figures import Figures, figures
from domain.kinds import CaseKind, Cause, Line
from domain.periods import Period
from domain.policy import Policy

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)
WORDS = Words("d1" * 32)
GROUP = 1
RESIDENT, NEIGHBOUR, LEADER, HEAD = 101, 102, 201, 301
TARGET = 7.0


def day(number: float) -> datetime:
    """Return the moment that many days after the Monday."""
    return MONDAY + timedelta(days=number)


def days(number: float) -> timedelta:
    """Return so many days."""
    return timedelta(days=number)


@dataclass(frozen=True)
class Opening:
    """How a case begins; by default a resident's own tagged message."""

    line: Line = Line.RESIDENTS
    requester: int | None = RESIDENT
    intake: float | None = None
    group: int = GROUP
    handler: int | None = None

    def entry(self, start: float) -> Entry:
        """Return the opening of a case whose words were written at `start`."""
        event = Opened(
            group=self.group,
            kind=CaseKind.ISSUE,
            line=self.line,
            requester=self.requester,
            started_at=day(start),
            due_at=day(start + TARGET),
            respond_by=day(start + 1),
            words=WORDS,
            handler=self.handler,
        )
        return Entry(day(start if self.intake is None else self.intake), self.requester, event)


RESIDENTS = Opening()


def case(number: int, start: float, *entries: Entry, opening: Opening = RESIDENTS) -> Story:
    """Tell a case whose words were written at `start`."""
    return Story(number, (opening.entry(start), *entries))


def resident(at: float, event: CaseEvent, who: int = RESIDENT) -> Entry:
    """Return what somebody without a role did."""
    return Entry(day(at), who, event)


def leader(at: float, event: CaseEvent, who: int = LEADER) -> Entry:
    """Return what a role-holder did."""
    return Entry(day(at), who, event, role_held=True)


def accepted(at: float, who: int = LEADER) -> Entry:
    """Return a leader's taking the case on."""
    return leader(at, Accepted(who), who)


def resolved(at: float, round_: int = 1) -> Entry:
    """Return a resolution, to be rated within seven days."""
    return leader(at, Resolved(WORDS, round_, day(at + 7)))


def reopened(at: float) -> Entry:
    """Return the requester's word that it is not solved."""
    return resident(at, Reopened(Cause.NOT_SOLVED, day(at + 3)))


def declined(at: float) -> Entry:
    """Return a leader's refusal."""
    return leader(at, Declined(WORDS))


def merged(at: float, into: int) -> Entry:
    """Return the end of a case that joins another."""
    return leader(at, Merged(into))


def absorbed(at: float, other: int, start: float, requester: int = NEIGHBOUR) -> Entry:
    """Return the joining of a case whose words were written at `start`."""
    return leader(at, Absorbed(other, requester, day(start), day(start + TARGET)))


def rated(
    at: float, score: int, round_: int = 1, who: int = RESIDENT, *, edge: bool = False
) -> Entry:
    """Return a requester's vote."""
    return resident(at, Rated(round_, score, at_the_edge=edge), who)


def week(number: int) -> Period:
    """Return the week that begins so many weeks after the Monday."""
    return Period(day(7 * number), day(7 * number + 7))


def reckon(*stories: Story, period: Period, as_of: float | None = None) -> Figures:
    """Reckon the figures as of a day, or of a day long after everything."""
    return figures(stories, period, day(1000 if as_of is None else as_of), Policy())
