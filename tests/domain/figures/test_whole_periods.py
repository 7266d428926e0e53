"""Periods that overlap are told so that nobody's rating is left when one is taken from another."""

from collections import Counter
from itertools import product
from random import Random
from zoneinfo import ZoneInfo

import pytest

from domain.events import Story
from domain.figures import BallotCounts, BallotRates, Hidden, ShownBallots, Withheld, cohorts
from domain.periods import Period, read_period, weeks_touching
from tests.domain.figures.telling import (
    GROUP,
    MONDAY,
    Opening,
    case,
    day,
    rated,
    reopened,
    resolved,
)

UTC = ZoneInfo("UTC")
MARCH, APRIL, MAY, JUNE = "2026-03", "2026-04", "2026-05", "2026-06"
LATER = 200.0


def period(label: str) -> Period:
    found = read_period(label, MONDAY, UTC)
    assert found is not None
    return found


def rating(number: int, ends: float, score: int = 5) -> Story:
    """Tell a case rated by somebody of its own, whose window ends that many days after Monday."""
    votes = resolved(ends - 7), rated(ends - 6, score, who=1000 + number)
    return case(number, ends - 8, *votes, opening=Opening(requester=1000 + number))


def ratings(*ends: float) -> list[Story]:
    return [rating(number, end) for number, end in enumerate(ends, 1)]


def shown(stories: list[Story], month: str, as_of: float = LATER) -> ShownBallots:
    return cohorts(stories, frozenset({GROUP}), day(as_of), UTC).shown(period(month)).first


def test_a_month_that_weeks_would_bare_is_withheld() -> None:
    # W10 to W13 of five ratings each, and one more on the 30th of March.
    weeks = [start + part / 10 for start in (0, 7, 14, 21) for part in range(5)]
    assert shown(ratings(*weeks, 28.5), MARCH) == Withheld(21)
    assert isinstance(shown(ratings(*weeks), MARCH), BallotRates)


def test_each_month_decides_by_itself() -> None:
    april = [31.1, 31.2, 31.3]
    may = [63 + part / 10 for part in range(12)]
    june = [92 + part / 10 for part in range(15)]
    stories = ratings(*april, *may, *june)
    told = [shown(stories, month) for month in (APRIL, MAY, JUNE)]
    assert [type(each) for each in told] == [Hidden, BallotRates, BallotRates]
    # Whatever comes afterwards, and whichever months stand beside it.
    more = [*stories, *(rating(100 + number, 125 + number / 10) for number in range(20))]
    assert [shown(more, month) for month in (APRIL, MAY, JUNE)] == told


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (5, 5, BallotRates),
        (3, 2, Withheld),
        (5, 1, Withheld),
        (3, 1, BallotRates),
        (0, 5, BallotRates),
    ],
)
def test_a_told_week_on_the_border_is_split_into_none_or_five(
    before: int, after: int, kind: type
) -> None:
    # The 30th of March is a Monday; the week goes on until the 5th of April.
    march = [5 + part / 10 for part in range(12)]
    split = [28 + part / 10 for part in range(before)] + [30 + part / 10 for part in range(after)]
    stories = ratings(*march, *split)
    if (before, after) == (3, 1):
        # Its week is told nowhere, and nine more of the month lie in no told week either.
        stories += [rating(50 + part, 14 + 7 * (part % 2)) for part in range(8)]
    assert isinstance(shown(stories, MARCH), kind)


def test_a_quarter_that_would_bare_one_of_its_months_is_withheld() -> None:
    april = [31.1, 31.2, 31.3]
    rest = [63 + part / 10 for part in range(12)] + [92 + part / 10 for part in range(15)]
    assert shown(ratings(*april, *rest), "2026-Q2") == Withheld(30)
    assert shown(ratings(*april, *rest), "2026") == Withheld(30)
    assert isinstance(shown(ratings(*april, 36, 43, *rest), "2026-Q2"), BallotRates)
    assert isinstance(shown(ratings(*rest), "2026-Q2"), BallotRates)


def test_a_month_waits_for_the_week_of_its_last_day() -> None:
    march = ratings(*(5 + part / 10 for part in range(12)))
    assert shown(march, MARCH, as_of=34.9) == Withheld(12)
    assert isinstance(shown(march, MARCH, as_of=35), BallotRates)


def test_a_month_of_few_ratings_says_how_many_were_asked() -> None:
    assert shown(ratings(1, 2, 3, 4), MARCH) == Hidden(4)
    assert shown([], MARCH) == Hidden(0)
    assert isinstance(shown(ratings(1, 2, 3, 4, 5), MARCH), BallotCounts)


def test_later_rounds_are_kept_by_the_same_rule() -> None:
    def twice(number: int, at: float) -> Story:
        entries = [resolved(at - 12), reopened(at - 11), resolved(at - 7, 2), rated(at - 6, 4, 2)]
        return case(number, at - 13, *entries)

    weeks = [start + part / 10 for start in (0, 7, 14, 21) for part in range(5)]
    stories = [twice(number, at) for number, at in enumerate([*weeks, 28.5], 1)]
    papers = cohorts(stories, frozenset({GROUP}), day(LATER), UTC)
    assert papers.shown(period(MARCH)).later == Withheld(21)


@pytest.mark.parametrize("seed", range(25))
def test_no_sum_of_told_periods_is_of_one_to_four_ratings(seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - dice for a test, no secret
    months = [period(label) for label in ("2026-02", MARCH, APRIL, "2026-Q1", "2026")]
    busy = dice.sample(range(-28, 59), dice.choice((4, 8, 12)))
    ends = [dice.choice(busy) + 0.5 for _ in range(dice.choice((15, 25, 40)))]
    told = [month for month in months if _is_told(shown(ratings(*ends), month.label))]
    weeks = {week for month in months for week in weeks_touching(month, UTC)}
    told += [week for week in weeks if sum(week.holds(day(end)) for end in ends) >= 5]
    cells = Counter(tuple(each.holds(day(end)) for each in told) for end in ends)
    for factors in product((-1, 0, 1), repeat=len(told)):
        sums = Counter[int]()
        for cell, count in cells.items():
            sums[sum(f for f, inside in zip(factors, cell, strict=True) if inside)] += count
        # What a sum holds an equal number of times, it holds of none or of five people at least.
        assert all(count >= 5 for times, count in sums.items() if times)


def _is_told(ballots: ShownBallots) -> bool:
    return isinstance(ballots, BallotCounts | BallotRates)
