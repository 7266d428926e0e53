"""The papers residents were asked to fill in, one for each requester and round of a case."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest

from domain.events import Entry, Rated, Resolved
from domain.figures.scope import KnownCase
from domain.figures.stages import Stage
from domain.kinds import Line


@dataclass(frozen=True, slots=True)
class Ballot:
    """The vote that counts on a paper."""

    at: datetime
    score: int


@dataclass(frozen=True, slots=True)
class PaperAsked:
    """A paper as known at A: `first` is the requester's first on this case, whatever its round."""

    requester: int
    first: bool
    ends_at: datetime
    ballot: Ballot | None


def papers(case: KnownCase) -> Iterator[PaperAsked]:
    """Yield the papers of a case, in the order asked (METRICS, "Satisfaction").

    Only residents' requests have any. A window ends as stored, or sooner with the next round.
    """
    if case.line is not Line.RESIDENTS:
        return
    seen = set[int]()
    for asked, stage, ends_at in _rounds(case):
        for requester in sorted(stage.requesters):
            ballot = _ballot(case, requester, asked.round, ends_at)
            yield PaperAsked(requester, requester not in seen, ends_at, ballot)
        seen |= stage.requesters


def _rounds(case: KnownCase) -> Iterator[tuple[Resolved, Stage, datetime]]:
    """Yield each resolution with the stage it led to, and the moment its window ends."""
    asked = [
        (entry, stage, entry.event)
        for entry, stage in case.course
        if isinstance(entry.event, Resolved)
    ]
    for (_, stage, event), following in zip_longest(asked, asked[1:]):
        # A stored window, because a later policy must not reopen or cut short an old vote.
        ends_at = min(event.rate_until, following[0].at) if following else event.rate_until
        yield event, stage, ends_at


def _ballot(case: KnownCase, requester: int, round_: int, ends_at: datetime) -> Ballot | None:
    """Return the last vote cast in time by the requester while holding no role."""
    votes = [
        Ballot(entry.at, entry.event.score)
        for entry in case.entries
        if isinstance(entry.event, Rated)
        and entry.event.round == round_
        and _may_count(entry, entry.event, requester, ends_at)
    ]
    # Reversed, because of two votes in the same second the one recorded later counts.
    return max(reversed(votes), key=lambda vote: vote.at, default=None)


def _may_count(entry: Entry, vote: Rated, requester: int, ends_at: datetime) -> bool:
    in_time = entry.at < ends_at or vote.at_the_edge
    return entry.actor == requester and not entry.role_held and in_time
