"""First response: how soon a role-holder reacted to a case for the first time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from domain.events import Absorbed, Entry, Opened, Reworded
from domain.figures.scope import Horizon, KnownCase

# Tagging is no response; nor is editing the tagged words, nor a move made on another case.
_NO_RESPONSE = (Opened, Reworded, Absorbed)


@dataclass(frozen=True, slots=True)
class FirstResponse:
    """How many of the cases whose time to respond ended in a period were answered within it."""

    answered: int
    of: int

    @property
    def rate(self) -> Fraction | None:
        """The rate of cases answered in time; None when there were none to answer."""
        return Fraction(self.answered, self.of) if self.of else None


def first_response(cases: Iterable[KnownCase], horizon: Horizon) -> FirstResponse:
    """Reckon the rate of first responses (METRICS, "First response").

    A case counts at max(start + 24 h, intake). A merge does not move that moment, which may
    already lie in a closed period. No case is excluded.
    """
    due = [case for case in cases if horizon.counts(max(case.respond_by, case.opened_at))]
    return FirstResponse(sum(_answered_in_time(case) for case in due), len(due))


def responded_at(case: KnownCase) -> datetime | None:
    """Return when a role-holder other than a requester first moved or replied."""
    # Everybody who ever was a requester: a joint one who holds a role answers nobody but himself.
    people = frozenset[int]().union(*(stage.requesters for _, stage in case.course))
    return min(
        (entry.at for entry in case.entries if _responds(entry, people, case.opened_at)),
        default=None,
    )


def _responds(entry: Entry, people: frozenset[int], opened_at: datetime) -> bool:
    if isinstance(entry.event, _NO_RESPONSE) or entry.at <= opened_at:
        return False
    return entry.role_held and entry.actor is not None and entry.actor not in people


def _answered_in_time(case: KnownCase) -> bool:
    at = responded_at(case)
    return at is not None and at <= case.respond_by
