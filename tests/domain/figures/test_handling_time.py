"""Handling time: the curve of unresolved cases, and its quantiles."""

from fractions import Fraction

from domain.events import Story, Voided, Withdrawn
from domain.figures import HandlingTime
from tests.domain.figures.telling import (
    Opening,
    absorbed,
    case,
    days,
    declined,
    leader,
    merged,
    reckon,
    reopened,
    resident,
    resolved,
    week,
)


def as_of_day(moment: float, *stories: Story) -> HandlingTime:
    return reckon(*stories, period=week(0), as_of=moment).residents.handling_time


def test_time_runs_from_the_residents_words_to_the_standing_resolution() -> None:
    late = case(1, 0, resolved(3), opening=Opening(intake=2))
    again = case(2, 0, resolved(1), reopened(2), resolved(5, 2))
    figure = as_of_day(6, late, again)
    assert [step.time for step in figure.curve] == [days(3), days(5)]
    assert [step.survival for step in figure.curve] == [Fraction(1, 2), Fraction(0)]


def test_open_and_reopened_cases_are_censored_now() -> None:
    figure = as_of_day(6, case(1, 0), case(2, 1, resolved(2), reopened(3)))
    assert (figure.n, figure.events, figure.censored_open) == (2, 0, 2)
    assert figure.curve == ()
    assert figure.median is None


def test_other_endings_are_censored_at_their_moment_and_counted() -> None:
    figure = as_of_day(
        6,
        case(1, 0, resident(1, Withdrawn())),
        case(2, 0, declined(1)),
        case(3, 0, merged(1, 4)),
        case(4, 0, resolved(2)),
    )
    assert (figure.n, figure.censored_otherwise) == (4, 3)
    assert [(step.at_risk, step.events) for step in figure.curve] == [(1, 1)]


def test_a_case_censored_at_the_time_of_a_resolution_is_still_at_risk() -> None:
    figure = as_of_day(6, case(1, 0, resolved(2)), case(2, 0, declined(2)))
    assert figure.curve[0].survival == Fraction(1, 2)


def test_only_cases_opened_in_the_twelve_weeks_before_count() -> None:
    story = case(1, 0, resolved(2))
    assert as_of_day(84, story).n == 1
    assert as_of_day(84.001, story).n == 0


def test_the_curve_is_known_as_far_as_the_longest_wait_followed() -> None:
    settled, withdrawn = case(1, 0, resolved(2)), case(2, 0, resident(4, Withdrawn()))
    assert as_of_day(6, settled, withdrawn).followed == days(4)
    assert as_of_day(6, settled, case(3, 1)).followed == days(5)
    assert as_of_day(6).followed == days(0)


def test_quantiles_are_the_first_time_at_which_enough_are_resolved() -> None:
    resolutions = [case(number, 0, resolved(number)) for number in range(1, 11)]
    figure = as_of_day(20, *resolutions)
    assert (figure.median, figure.p90) == (days(5), days(9))


def test_a_quantile_that_is_not_reached_is_none() -> None:
    figure = as_of_day(20, case(1, 0, resolved(1)), case(2, 0))
    assert (figure.median, figure.p90) == (days(1), None)


def test_a_case_merged_in_in_time_brings_its_earlier_start() -> None:
    assert as_of_day(9, case(1, 3, absorbed(5, 2, start=0), resolved(8))).median == days(8)
    assert as_of_day(9, case(1, 3, absorbed(7, 2, start=0), resolved(8))).median == days(5)


def test_void_cases_take_no_time() -> None:
    assert as_of_day(6, case(1, 0, leader(1, Voided()))).n == 0
