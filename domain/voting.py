"""How a requester rates an outcome: a score, whether it is solved, and a reason."""

from dataclasses import dataclass
from datetime import datetime

from domain.ballots import REASON_WANTED_TO, SCORES, Paper
from domain.case import Case
from domain.events import Explained, Judged, Rated, Reopened, Words
from domain.kinds import Cause, Move
from domain.moves import Because, Refused, check
from domain.policy import Policy
from domain.roles import Actor


@dataclass(frozen=True, slots=True)
class Tap:
    """When a button was tapped: at the latest `at`, at the earliest `not_before`."""

    at: datetime
    not_before: datetime


def rate(case: Case, papers: tuple[Paper, ...], actor: Actor, tap: Tap, score: int) -> Rated:
    """Give a score; it may change until the window ends.

    A tap that may have come before the window's end counts as in time, and is marked.
    """
    if score not in SCORES:
        raise ValueError(f"no such score: {score}")
    paper = open_paper(case, papers, actor, tap)
    return Rated(paper.round, score, at_the_edge=tap.at >= paper.closes_at)


def solved(case: Case, papers: tuple[Paper, ...], actor: Actor, tap: Tap) -> Judged:
    """Say that it is solved."""
    return Judged(open_paper(case, papers, actor, tap).round, solved=True)


def not_solved(
    case: Case, papers: tuple[Paper, ...], actor: Actor, tap: Tap, policy: Policy
) -> tuple[Judged, Reopened]:
    """Say that it is not solved, which opens the case again."""
    judged = Judged(open_paper(case, papers, actor, tap).round, solved=False)
    return judged, Reopened(Cause.NOT_SOLVED, tap.at + policy.rework_within)


def explain(
    case: Case, papers: tuple[Paper, ...], actor: Actor, tap: Tap, words: Words
) -> Explained:
    """Give the reason for a low score."""
    return Explained(open_paper(case, papers, actor, tap).round, words)


def wants_reason(paper: Paper) -> bool:
    """Whether a paper says solved, but with a score of 1 or 2."""
    low = paper.score is not None and paper.score <= REASON_WANTED_TO
    return low and paper.solved is True


def open_paper(case: Case, papers: tuple[Paper, ...], actor: Actor, tap: Tap) -> Paper:
    """Return the actor's paper of the latest round, or raise `Refused` with the reason."""
    check(Move.RATE, case, actor)
    if actor.role is not None:
        raise Refused(Move.RATE, Because.ROLE_HOLDER_RATES, case)
    mine = [paper for paper in papers if paper.is_for(actor.id, case.rounds)]
    if not mine:
        raise Refused(Move.RATE, Because.NO_PAPER, case)
    if tap.not_before >= mine[0].closes_at:
        raise Refused(Move.RATE, Because.WINDOW_OVER, case)
    return mine[0]
