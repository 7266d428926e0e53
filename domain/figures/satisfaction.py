"""Satisfaction S: what requesters said of the outcome, silence never counted as praise."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from domain.figures.papers import PaperAsked, papers
from domain.figures.scope import Horizon, KnownCase
from domain.figures.wilson import Interval, wilson

SATISFIED = 4
SATISFIED_OF_FIVE_LEVELS = 3


@dataclass(frozen=True, slots=True)
class Ballots:
    """Papers `asked`, `n` of them rated, `k` with 4 or 5, `k3` with 3, 4 or 5."""

    asked: int
    n: int
    k: int
    k3: int

    @property
    def value(self) -> Fraction | None:
        """S = k / n; None when nobody rated."""
        return Fraction(self.k, self.n) if self.n else None

    @property
    def five_level(self) -> Fraction | None:
        """S3 = k3 / n, for comparison with the official five-level practice."""
        return Fraction(self.k3, self.n) if self.n else None

    @property
    def interval(self) -> Interval | None:
        """The Wilson 95 % interval of S."""
        return wilson(self.k, self.n) if self.n else None

    @property
    def response_rate(self) -> Fraction | None:
        """How many of those asked rated; None when nobody was asked."""
        return Fraction(self.n, self.asked) if self.asked else None

    @property
    def bounds(self) -> Interval | None:
        """S if all who kept silent were dissatisfied, and if all of them were satisfied."""
        if not self.asked:
            return None
        silent = self.asked - self.n
        return Interval(Fraction(self.k, self.asked), Fraction(self.k + silent, self.asked))


@dataclass(frozen=True, slots=True)
class SoFar:
    """Ratings given in the period on papers whose window is still open at A; they may change."""

    n: int
    k: int


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """S of round 1 with what it is made of, the later rounds apart, and what is still moving.

    The question asked of declined cases is no event of the ledger yet, and has no line here.
    """

    first: Ballots
    later: Ballots
    so_far: SoFar


def satisfaction(cases: Iterable[KnownCase], horizon: Horizon) -> Satisfaction:
    """Reckon S of a period over the papers whose window ended in it (METRICS, "Satisfaction")."""
    asked = [paper for case in cases for paper in papers(case)]
    # By the window's end, not by the vote: the silent have no vote to be dated by.
    cohort = [paper for paper in asked if horizon.counts(paper.ends_at)]
    return Satisfaction(
        first=ballots([paper for paper in cohort if paper.first]),
        later=ballots([paper for paper in cohort if not paper.first]),
        so_far=_so_far([paper for paper in asked if paper.first], horizon),
    )


def ballots(cohort: Sequence[PaperAsked]) -> Ballots:
    """Count the papers of a cohort."""
    scores = [paper.ballot.score for paper in cohort if paper.ballot]
    return Ballots(
        asked=len(cohort),
        n=len(scores),
        k=_at_least(SATISFIED, scores),
        k3=_at_least(SATISFIED_OF_FIVE_LEVELS, scores),
    )


def _so_far(first: Sequence[PaperAsked], horizon: Horizon) -> SoFar:
    scores = [
        paper.ballot.score
        for paper in first
        if paper.ends_at >= horizon.as_of and paper.ballot and horizon.counts(paper.ballot.at)
    ]
    return SoFar(len(scores), _at_least(SATISFIED, scores))


def _at_least(score: int, scores: Iterable[int]) -> int:
    return sum(given >= score for given in scores)
