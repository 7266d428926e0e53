"""From which numbers on a figure is shown, and what is hidden with it."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.figures import (
    BallotCounts,
    BallotRates,
    Ballots,
    Hidden,
    NoCasesDue,
    SoFar,
    Timeliness,
    TimelinessCounts,
    TimelinessRates,
    Withheld,
    shown_satisfaction,
    shown_side_by_side,
    shown_so_far,
    shown_timeliness,
)

Untold = Hidden | Withheld


def rated_by(n: int) -> Ballots:
    return Ballots(asked=2 * n + 1, n=n, k=n // 2, k3=n)


def test_nothing_due_tells_only_the_pending() -> None:
    assert shown_timeliness(Timeliness(0, 0, 0, 0, 7)) == NoCasesDue(7)


def test_below_ten_due_only_counts_are_shown() -> None:
    assert shown_timeliness(Timeliness(3, 3, 9, 0, 1)) == TimelinessCounts(3, 9, 9, 0, 1)


def test_from_ten_due_rates_are_shown_with_their_counts() -> None:
    shown = shown_timeliness(Timeliness(4, 6, 10, 2, 0))
    counts = TimelinessCounts(4, 8, 10, 2, 0)
    assert shown == TimelinessRates(counts, Fraction(1, 2), Fraction(2, 5), Fraction(3, 4))


def test_ten_due_and_all_excluded_have_no_rate() -> None:
    assert isinstance(shown_timeliness(Timeliness(0, 0, 10, 10, 0)), TimelinessCounts)


@pytest.mark.parametrize(
    ("n", "kind"),
    [
        (0, Hidden),
        (4, Hidden),
        (5, BallotCounts),
        (9, BallotCounts),
        (10, BallotRates),
        (400, BallotRates),
    ],
)
def test_ratings_are_shown_by_their_number(n: int, kind: type) -> None:
    assert isinstance(shown_satisfaction(rated_by(n)), kind)


def test_rates_are_those_of_the_ballots() -> None:
    ballots = Ballots(100, 40, 39, 40)
    shown = shown_satisfaction(ballots)
    assert isinstance(shown, BallotRates)
    assert shown.counts == BallotCounts(100, 40, 39, 40)
    assert (shown.value, shown.five_level) == (Fraction(39, 40), Fraction(1))
    assert (shown.interval, shown.bounds) == (ballots.interval, ballots.bounds)
    assert shown.response_rate == Fraction(2, 5)


def test_a_lone_hidden_part_takes_the_smallest_shown_one_with_it() -> None:
    shown = shown_side_by_side([rated_by(3), rated_by(20), rated_by(6)])
    assert [type(part) for part in shown] == [Hidden, BallotRates, Withheld]


def test_hidden_parts_that_are_many_enough_together_hide_no_other() -> None:
    shown = shown_side_by_side([rated_by(3), rated_by(2), rated_by(6)])
    assert [type(part) for part in shown] == [Hidden, Hidden, BallotCounts]


def test_a_part_without_ratings_hides_no_other() -> None:
    shown = shown_side_by_side([rated_by(0), rated_by(6)])
    assert [type(part) for part in shown] == [Hidden, BallotCounts]


@given(st.lists(st.integers(min_value=0, max_value=30), max_size=8))
def test_the_whole_less_the_shown_parts_is_nobody_or_at_least_five(numbers: list[int]) -> None:
    parts = [rated_by(n) for n in numbers]
    shown = shown_side_by_side(parts)
    left = sum(part.n for part, view in zip(parts, shown, strict=True) if isinstance(view, Untold))
    whole_is_shown = sum(numbers) >= 5
    assert left == 0 or left >= 5 or not whole_is_shown


def test_of_open_windows_only_the_number_of_ratings_is_shown() -> None:
    assert shown_so_far(SoFar(n=6, k=5)) == 6
