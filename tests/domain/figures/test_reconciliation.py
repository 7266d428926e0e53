"""Reconciliation: what was open, came, went, and is open."""

from dataclasses import asdict

from domain.events import DeclineRefused, Story, Transferred, Voided, Withdrawn
from domain.figures import Reconciliation, figures
from domain.policy import Policy
from tests.domain.figures.telling import (
    GROUP,
    HEAD,
    accepted,
    case,
    day,
    declined,
    leader,
    merged,
    reckon,
    reopened,
    resident,
    resolved,
    week,
)

NOTHING = asdict(reckon(period=week(0)).reconciliation)
OTHER_GROUP = 2


def second_week(*stories: Story, group: int | None = None) -> Reconciliation:
    groups = None if group is None else frozenset({group})
    books = figures(stories, week(1), day(1000), Policy(), groups).reconciliation
    assert books.reckoned_end == books.open_at_end
    return books


def test_cases_open_before_and_after_are_carried_over() -> None:
    books = second_week(case(1, 0, accepted(8)))
    assert asdict(books) == NOTHING | {"open_at_start": 1, "open_at_end": 1}


def test_every_way_in_and_out_is_counted_in_its_column() -> None:
    books = second_week(
        case(1, 0, resolved(8)),
        case(2, 0, declined(8)),
        case(3, 0, resident(8, Withdrawn())),
        case(4, 0, merged(8, 5)),
        case(5, 8),
        case(6, 8, leader(8.1, Voided())),
        case(7, 0, resolved(1), reopened(8)),
    )
    counted = {"resolved": 1, "declined": 1, "withdrawn": 1, "merged": 1, "voided": 1}
    ends = {"open_at_start": 4, "opened": 2, "reopened": 1, "open_at_end": 2}
    assert asdict(books) == NOTHING | counted | ends


def test_a_case_resolved_twice_is_counted_twice() -> None:
    books = second_week(case(1, 8, resolved(9), reopened(10), resolved(11, 2)))
    assert (books.opened, books.reopened, books.resolved) == (1, 1, 2)


def test_a_refused_decline_reopens() -> None:
    books = second_week(case(1, 0, declined(8), leader(9, DeclineRefused(), HEAD)))
    assert (books.declined, books.reopened, books.open_at_end) == (1, 1, 1)


def test_transfers_move_open_cases_between_scopes() -> None:
    story = case(1, 0, leader(8, Transferred(OTHER_GROUP)))
    left, joined = second_week(story, group=GROUP), second_week(story, group=OTHER_GROUP)
    assert (left.open_at_start, left.moved_out, left.open_at_end) == (1, 1, 0)
    assert (joined.open_at_start, joined.moved_in, joined.open_at_end) == (0, 1, 1)
    assert second_week(story) == Reconciliation(**NOTHING | {"open_at_start": 1, "open_at_end": 1})


def test_an_entry_recorded_late_counts_where_it_stands_in_the_ledger() -> None:
    books = second_week(case(1, 0, declined(8), leader(6, DeclineRefused(), HEAD)))
    assert (books.open_at_start, books.declined, books.reopened) == (1, 1, 1)


def test_a_period_that_runs_on_is_reconciled_up_to_now() -> None:
    story = case(1, 8, resolved(10))
    books = reckon(story, period=week(1), as_of=9).reconciliation
    assert (books.opened, books.resolved, books.open_at_end) == (1, 0, 1)


def test_books_that_do_not_balance_show_it() -> None:
    wrong = Reconciliation(**NOTHING | {"opened": 1})
    assert wrong.reckoned_end != wrong.open_at_end
