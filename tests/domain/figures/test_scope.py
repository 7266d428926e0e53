"""Whose cases count, and as known when."""

import pytest

from domain.events import Entry, Story, Transferred
from domain.figures import VERSION, figures
from domain.policy import Policy
from tests.domain.figures.telling import (
    GROUP,
    accepted,
    case,
    day,
    leader,
    reckon,
    resolved,
    week,
)

MOVED = case(1, 0, leader(2, Transferred(2)), resolved(3))


@pytest.mark.parametrize(("group", "due"), [(GROUP, 0), (2, 1)])
def test_a_transferred_case_counts_with_the_group_it_is_in(group: int, due: int) -> None:
    whole = figures((MOVED,), week(1), day(20), Policy(), frozenset({group}))
    assert whole.residents.timeliness.due == due


def test_before_its_transfer_a_case_counts_with_its_first_group() -> None:
    whole = figures((MOVED,), week(1), day(1), Policy(), frozenset({GROUP}))
    assert whole.residents.timeliness.pending == 1


def test_what_happened_at_or_after_the_moment_is_not_known() -> None:
    story = case(1, 0, resolved(5))
    assert reckon(story, period=week(0), as_of=5).reconciliation.open_at_end == 1
    assert reckon(story, period=week(0), as_of=0).reconciliation.opened == 0


def test_the_figures_bear_their_definition_period_and_moment() -> None:
    whole = reckon(period=week(1), as_of=10)
    assert (whole.version, whole.period, whole.as_of) == (VERSION, week(1), day(10))


def test_a_story_that_does_not_begin_with_its_opening_is_an_error() -> None:
    headless: tuple[Entry, ...] = (accepted(1),)
    with pytest.raises(TypeError, match="begins with Accepted"):
        reckon(Story(1, headless), period=week(0))
