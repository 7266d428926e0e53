"""Satisfaction, rule by rule; windows last seven days from each resolution."""

from fractions import Fraction

import pytest

from domain.events import Entry, Rated, Story, Withdrawn
from domain.figures import Ballots, Interval, Satisfaction, SoFar, percent, wilson
from domain.kinds import Line
from tests.domain.figures.telling import (
    LEADER,
    NEIGHBOUR,
    RESIDENT,
    Opening,
    absorbed,
    case,
    leader,
    rated,
    reckon,
    reopened,
    resident,
    resolved,
    week,
)

ASKED_UNRATED = Ballots(1, 0, 0, 0)
NONE = Ballots(0, 0, 0, 0)


def in_week(number: int, *stories: Story, as_of: float | None = None) -> Satisfaction:
    return reckon(*stories, period=week(number), as_of=as_of).satisfaction


def rated_after_resolution(*entries: Entry) -> Ballots:
    return in_week(1, case(1, 0, resolved(1), *entries)).first


def test_silence_is_asked_and_never_satisfied() -> None:
    assert rated_after_resolution() == ASKED_UNRATED


@pytest.mark.parametrize(
    ("score", "k", "k3"), [(5, 1, 1), (4, 1, 1), (3, 0, 1), (2, 0, 0), (1, 0, 0)]
)
def test_fours_and_fives_satisfy_threes_only_in_five_levels(score: int, k: int, k3: int) -> None:
    assert rated_after_resolution(rated(2, score)) == Ballots(1, 1, k, k3)


def test_the_last_vote_in_the_window_counts() -> None:
    assert rated_after_resolution(rated(2, 5), rated(3, 1)).k == 0
    assert rated_after_resolution(rated(3, 1), rated(2, 5)).k == 0
    assert rated_after_resolution(rated(2, 1), rated(2, 5)).k == 1


def test_a_vote_after_the_window_counts_only_at_the_edge() -> None:
    assert rated_after_resolution(rated(8, 5)) == ASKED_UNRATED
    assert rated_after_resolution(rated(8, 5, edge=True)).n == 1


def test_nobody_else_votes_and_no_role_holder() -> None:
    assert rated_after_resolution(rated(2, 5, who=NEIGHBOUR)) == ASKED_UNRATED
    assert rated_after_resolution(leader(2, Rated(1, 5), RESIDENT)) == ASKED_UNRATED


def test_found_on_patrol_is_never_rated() -> None:
    patrol = Opening(line=Line.PATROL, requester=LEADER)
    assert in_week(1, case(1, 0, resolved(1), opening=patrol)).first == NONE


def test_a_paper_belongs_to_the_period_its_window_ends_in() -> None:
    story = case(1, 0, resolved(6.9), rated(7, 5))
    assert in_week(0, story).first == NONE
    assert in_week(1, story).first.n == 1
    assert in_week(1, case(1, 0, resolved(7))).first == NONE


def test_reopening_does_not_end_the_window_but_a_second_round_does() -> None:
    story = case(1, 0, resolved(1), reopened(2), rated(2.5, 1), resolved(3, 2), rated(4, 5, 2))
    assert in_week(0, story).first == Ballots(1, 1, 0, 0)
    assert in_week(1, story).first == NONE
    assert in_week(1, story).later == Ballots(1, 1, 1, 1)
    assert in_week(1, case(1, 0, resolved(1), reopened(2))).first == ASKED_UNRATED


def test_a_later_round_is_apart_also_after_a_silent_first() -> None:
    story = case(1, 0, resolved(1), reopened(9), resolved(10, 2), rated(11, 5, 2))
    assert in_week(1, story).first == ASKED_UNRATED
    assert (in_week(2, story).first, in_week(2, story).later) == (NONE, Ballots(1, 1, 1, 1))


def test_requesters_of_merged_cases_have_papers_of_their_own() -> None:
    story = case(1, 0, absorbed(0.5, 2, start=0.2), resolved(1), rated(2, 5, who=NEIGHBOUR))
    assert in_week(1, story).first == Ballots(2, 1, 1, 1)


def test_whoever_joins_after_the_first_round_has_the_first_paper_in_the_second() -> None:
    story = case(1, 0, resolved(1), reopened(2), absorbed(3, 2, start=2), resolved(4, 2))
    both = in_week(1, story)
    assert (both.first, both.later) == (ASKED_UNRATED, ASKED_UNRATED)


def test_who_withdrew_before_the_resolution_is_not_asked() -> None:
    story = case(1, 0, absorbed(0.2, 2, start=0.1), resident(0.5, Withdrawn()), resolved(1))
    assert in_week(1, story).first.asked == 1


def test_ratings_in_open_windows_are_apart_as_so_far() -> None:
    story = case(1, 0, resolved(1), rated(2, 5))
    so_far = in_week(0, story, as_of=6)
    assert (so_far.first, so_far.so_far) == (NONE, SoFar(1, 1))
    assert in_week(0, story, as_of=8.001).so_far == SoFar(0, 0)
    assert in_week(1, story, as_of=7.5).so_far == SoFar(0, 0)


def test_hundred_asked_forty_rated_thirty_nine_satisfied() -> None:
    ballots = Ballots(100, 40, 39, 39)
    assert ballots.value == Fraction(975, 1000)
    assert ballots.bounds == Interval(Fraction(39, 100), Fraction(99, 100))
    assert ballots.response_rate == Fraction(2, 5)


def test_nothing_asked_has_no_shares() -> None:
    assert NONE.value is NONE.five_level is NONE.response_rate is None
    assert NONE.interval is NONE.bounds is None


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [
        (98, 100, "93.0", "99.4"),
        (49, 50, "89.5", "99.6"),
        (20, 20, "83.9", "100"),
        (5, 5, "56.6", "100"),
        (0, 20, "0", "16.1"),
    ],
)
def test_the_wilson_interval_is_as_the_definition_has_it(
    k: int, n: int, low: str, high: str
) -> None:
    interval = wilson(k, n)
    assert (percent(interval.low), percent(interval.high)) == (low, high)


@pytest.mark.parametrize(("k", "n"), [(0, 0), (3, 2), (-1, 2)])
def test_what_is_no_share_has_no_interval(k: int, n: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        wilson(k, n)
