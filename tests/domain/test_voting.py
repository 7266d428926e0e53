"""Rating: whose vote counts, until when, and what "not solved" leads to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain import voting
from domain.ballots import Paper, evolve_papers
from domain.case import Case, evolve
from domain.events import Entry, Judged, Opened, Rated, Resolved, Words
from domain.kinds import CaseKind, Cause, Line
from domain.moves import Because, Refused
from domain.policy import Policy
from domain.roles import Actor, Role
from domain.voting import Tap

NOON = datetime(2026, 11, 2, 4, tzinfo=UTC)
POLICY = Policy()
MEI, NEIGHBOUR, LEADER = Actor(1), Actor(3), Actor(10, Role.LEADER)
WINDOW_END = NOON + POLICY.rating_window


def resolved(line: Line = Line.RESIDENTS) -> tuple[Case, tuple[Paper, ...]]:
    due = NOON + POLICY.resolve_within
    opened = Opened(7, CaseKind.ISSUE, line, MEI.id, NOON, due, due, Words("w" * 64))
    case = evolve(None, 12, Entry(NOON, MEI.id, opened))
    entry = Entry(NOON, LEADER.id, Resolved(Words("d" * 64), 1, WINDOW_END), role_held=True)
    return evolve(case, 12, entry), evolve_papers((), case, entry)


def tap(at: datetime, earliest: datetime | None = None) -> Tap:
    return Tap(at, earliest or at)


def refusal(attempt: Callable[[], object]) -> Because:
    with pytest.raises(Refused) as caught:
        attempt()
    return caught.value.because


def test_only_the_requester_rates() -> None:
    case, papers = resolved()
    assert voting.rate(case, papers, MEI, tap(NOON), 5) == Rated(1, 5)


@pytest.mark.parametrize("other", [NEIGHBOUR, LEADER])
def test_nobody_else_rates(other: Actor) -> None:
    case, papers = resolved()
    because = refusal(lambda: voting.rate(case, papers, other, tap(NOON), 5))
    assert because is Because.REQUESTER_ONLY


def test_a_requester_who_came_to_hold_a_role_does_not_rate() -> None:
    case, papers = resolved()
    promoted = replace(MEI, role=Role.LEADER)
    because = refusal(lambda: voting.rate(case, papers, promoted, tap(NOON), 5))
    assert because is Because.ROLE_HOLDER_RATES


def test_what_was_found_on_patrol_has_no_paper() -> None:
    case, papers = resolved(Line.PATROL)
    because = refusal(lambda: voting.rate(case, papers, MEI, tap(NOON), 5))
    assert because is Because.NO_PAPER


def test_the_window_ends_on_the_moment() -> None:
    case, papers = resolved()
    before = WINDOW_END - timedelta(seconds=1)
    assert not voting.rate(case, papers, MEI, tap(before), 4).at_the_edge
    because = refusal(lambda: voting.rate(case, papers, MEI, tap(WINDOW_END), 4))
    assert because is Because.WINDOW_OVER


def test_a_tap_that_may_have_come_in_time_counts_and_is_marked() -> None:
    case, papers = resolved()
    edge = tap(WINDOW_END + timedelta(seconds=5), WINDOW_END - timedelta(seconds=5))
    assert voting.rate(case, papers, MEI, edge, 4).at_the_edge


def test_a_score_off_the_scale_is_an_error() -> None:
    case, papers = resolved()
    with pytest.raises(ValueError, match="no such score"):
        voting.rate(case, papers, MEI, tap(NOON), 6)


def test_not_solved_opens_the_case_again_with_a_date_to_work_by() -> None:
    case, papers = resolved()
    judged, reopened = voting.not_solved(case, papers, MEI, tap(NOON), POLICY)
    assert judged == Judged(1, solved=False)
    assert (reopened.cause, reopened.work_by) == (
        Cause.NOT_SOLVED,
        NOON + POLICY.rework_within,
    )


def test_not_solved_at_the_edge_of_the_window_still_opens_it() -> None:
    case, papers = resolved()
    edge = tap(WINDOW_END + timedelta(seconds=5), WINDOW_END - timedelta(seconds=5))
    judged, _ = voting.not_solved(case, papers, MEI, edge, POLICY)
    assert not judged.solved


@pytest.mark.parametrize(
    ("score", "solved", "wanted"),
    [(1, True, True), (2, True, True), (3, True, False), (2, False, False), (None, True, False)],
)
def test_a_low_score_on_something_solved_wants_a_reason(
    *, score: int | None, solved: bool, wanted: bool
) -> None:
    (paper,) = resolved()[1]
    assert voting.wants_reason(replace(paper, score=score, solved=solved)) is wanted
