"""The papers on which requesters rate an outcome, and how each event changes them."""

from dataclasses import dataclass, replace
from datetime import datetime

from domain.case import Case
from domain.events import Entry, Explained, Judged, Rated, Resolved
from domain.kinds import Line

SCORES = (5, 4, 3, 2, 1)
REASON_WANTED_TO = 2


@dataclass(frozen=True, slots=True)
class Paper:
    """One requester's paper on one round of a case.

    The window is half-open, `[asked_at, closes_at)`; a second round ends it sooner. `edge` marks a
    tap that may have come just after the window's end and was counted as in time.
    """

    case: int
    requester: int
    round: int
    asked_at: datetime
    closes_at: datetime
    score: int | None = None
    solved: bool | None = None
    reason: str | None = None
    rated_at: datetime | None = None
    edge: bool = False

    def is_for(self, requester: int, round_: int) -> bool:
        """Whether this is that requester's paper of that round."""
        return self.requester == requester and self.round == round_


def evolve_papers(papers: tuple[Paper, ...], before: Case, entry: Entry) -> tuple[Paper, ...]:
    """Return the papers of a case after `entry`, given the case as it was before it.

    Only residents' requests are rated; found-on-patrol cases have no papers.
    """
    if isinstance(entry.event, Resolved):
        return _asked(papers, before, entry, entry.event)
    if isinstance(entry.event, Rated | Judged | Explained):
        return tuple(_filled(paper, entry, entry.event) for paper in papers)
    return papers


def _asked(
    papers: tuple[Paper, ...], before: Case, entry: Entry, event: Resolved
) -> tuple[Paper, ...]:
    if before.line is not Line.RESIDENTS:
        return papers
    ended = tuple(replace(paper, closes_at=min(paper.closes_at, entry.at)) for paper in papers)
    return ended + tuple(
        Paper(before.number, requester, event.round, entry.at, event.rate_until)
        for requester in before.requesters
    )


def _filled(paper: Paper, entry: Entry, event: Rated | Judged | Explained) -> Paper:
    if entry.actor is None or not paper.is_for(entry.actor, event.round):
        return paper
    if isinstance(event, Judged):
        return replace(paper, solved=event.solved)
    if isinstance(event, Explained):
        return replace(paper, reason=event.words.digest)
    return replace(paper, score=event.score, rated_at=entry.at, edge=event.at_the_edge)
