"""Week by week: what the reconciliation of each single week says of residents' requests."""

import pytest

from domain.events import Story, Transferred, Voided, Withdrawn
from domain.figures import WeekCounted, figures, week_by_week
from domain.policy import Policy
from tests.domain.figures import reference
from tests.domain.figures.histories import GROUPS, history
from tests.domain.figures.telling import (
    GROUP,
    case,
    day,
    declined,
    leader,
    reopened,
    resident,
    resolved,
    week,
)
from tests.reports.told import PATROL

WEEKS = [week(number) for number in range(9)]
OTHER_GROUP = 2
LATE = day(1000)


def counted(*stories: Story, as_of: float = 1000, group: int | None = None) -> dict[int, str]:
    """Return "opened/settled" of the weeks in which anything happened."""
    groups = None if group is None else frozenset({group})
    told = week_by_week(stories, WEEKS, day(as_of), groups)
    pairs = {place: f"{each.opened}/{each.settled}" for place, each in enumerate(told)}
    return {place: pair for place, pair in pairs.items() if pair != "0/0"}


def test_a_case_counts_in_the_weeks_it_was_opened_and_settled_in() -> None:
    assert counted(case(1, 0, resolved(6.9)), case(2, 7, resolved(15))) == {
        0: "1/1",
        1: "1/0",
        2: "0/1",
    }


def test_a_case_settled_again_counts_again() -> None:
    assert counted(case(1, 0, resolved(1), reopened(8), resolved(9, 2))) == {0: "1/1", 1: "0/1"}


def test_other_endings_settle_nothing() -> None:
    ended = (case(1, 0, declined(1)), case(2, 0, resident(1, Withdrawn())))
    assert counted(*ended) == {0: "2/0"}


def test_patrols_and_mistakes_do_not_count() -> None:
    mistake = case(1, 0, leader(0.1, Voided()))
    assert counted(mistake, case(2, 0, resolved(1), opening=PATROL)) == {}


def test_a_case_counts_as_opened_where_it_was_and_as_settled_where_it_is() -> None:
    story = case(1, 0, leader(2, Transferred(OTHER_GROUP)), resolved(8))
    assert counted(story, group=GROUP) == {0: "1/0"}
    assert counted(story, group=OTHER_GROUP) == {1: "0/1"}


def test_nothing_after_the_moment_is_known_and_its_week_is_running() -> None:
    stories = [case(1, 0, resolved(8)), case(2, 9)]
    first, second = week_by_week(stories, WEEKS[:2], day(8.5))
    assert first == WeekCounted(week(0), opened=1, settled=0, is_running=False)
    assert second == WeekCounted(week(1), opened=0, settled=1, is_running=True)


def test_what_lies_before_or_after_the_weeks_is_left_out() -> None:
    (only,) = week_by_week([case(1, 0, resolved(8)), case(2, 15)], [week(1)], LATE)
    assert (only.opened, only.settled) == (0, 1)


@pytest.mark.parametrize("block", range(10))
def test_each_week_is_that_of_its_own_reconciliation(block: int) -> None:
    for seed in range(block * 20, block * 20 + 20):
        stories, as_of = history(seed), day((9, 30.5, 1000)[seed % 3])
        groups = (None, frozenset({GROUPS[0]}))[seed % 2]
        told = week_by_week(stories, WEEKS, as_of, groups)
        kept = [story for story in stories if _is_a_residents(story, seed)]
        for each in told:
            books = figures(kept, each.week, as_of, Policy(), groups).reconciliation
            assert (each.opened, each.settled) == (books.opened, books.resolved), seed
            assert books.voided == 0


def _is_a_residents(story: Story, seed: int) -> bool:
    known = reference.read(story, day((9, 30.5, 1000)[seed % 3]))
    return known is not None and known["line"] == "residents" and known["end"] != "Voided"
