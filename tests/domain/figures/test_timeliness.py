"""Timeliness, rule by rule; days count from a Monday and the target is seven of them."""

from fractions import Fraction

from domain.events import (
    Answered,
    Asked,
    Assigned,
    DeclineConfirmed,
    DeclineRefused,
    Entry,
    Extended,
    Story,
    Voided,
    Withdrawn,
)
from domain.figures import Timeliness
from domain.kinds import Line
from tests.domain.figures.telling import (
    HEAD,
    LEADER,
    NEIGHBOUR,
    RESIDENT,
    WORDS,
    Opening,
    absorbed,
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


def second_week(*stories: Story, as_of: float | None = None) -> Timeliness:
    """Return T of residents' requests in the week in which cases started in the first are due."""
    return reckon(*stories, period=week(1), as_of=as_of).residents.timeliness


def confirmed(at: float, who: int = HEAD) -> Entry:
    return leader(at, DeclineConfirmed(), who)


def is_hit(*entries: Entry) -> bool:
    figure = second_week(case(1, 0, *entries))
    assert (figure.due, figure.excluded) == (1, 0)
    return figure.hits == 1


def is_excluded(*entries: Entry) -> bool:
    figure = second_week(case(1, 0, *entries))
    assert (figure.due, figure.hits) == (1, 0)
    return figure.excluded == 1


def test_a_resolution_at_the_deadline_is_a_hit_and_one_after_it_is_missed() -> None:
    assert is_hit(resolved(7))
    assert not is_hit(resolved(7.00001))


def test_an_open_case_past_its_deadline_is_missed() -> None:
    assert not is_hit(accepted(1))


def test_a_reopened_case_has_no_standing_outcome() -> None:
    assert not is_hit(resolved(2), reopened(3))


def test_a_second_resolution_counts_by_its_own_time() -> None:
    assert is_hit(resolved(2), reopened(3), resolved(6, 2))
    assert not is_hit(resolved(2), reopened(3), resolved(8, 2))


def test_reopening_after_the_deadline_takes_the_hit_back() -> None:
    story = case(1, 0, resolved(6), reopened(9))
    assert second_week(story, as_of=8).hits == 1
    assert second_week(story, as_of=10).hits == 0


def test_the_deadline_itself_is_not_yet_in_the_period_that_ends_with_it() -> None:
    first = reckon(case(1, 0, resolved(1)), period=week(0)).residents.timeliness
    assert first.due == 0
    assert second_week(case(1, 0, resolved(1))).due == 1


def test_a_case_is_pending_until_its_counting_moment_resolved_or_not() -> None:
    stories = (case(1, 1, resolved(2)), case(2, 1))
    figure = second_week(*stories, as_of=8)
    assert (figure.due, figure.pending) == (0, 2)
    assert second_week(*stories, as_of=8.5).due == 2


def test_a_case_opened_after_the_period_is_not_pending_in_it() -> None:
    assert second_week(case(1, 20), as_of=21).pending == 0


def test_a_late_tag_counts_at_intake_and_is_missed() -> None:
    late = case(1, 0, resolved(16), opening=Opening(intake=15))
    assert second_week(late).due == 0
    third = reckon(late, period=week(2)).residents.timeliness
    assert (third.due, third.hits) == (1, 0)


def test_a_withdrawal_is_excluded_only_before_the_deadline() -> None:
    assert is_excluded(resident(6, Withdrawn()))
    assert not is_excluded(resident(7, Withdrawn()))


def test_a_merged_case_is_excluded_only_before_the_deadline() -> None:
    assert is_excluded(merged(6, into=2))
    assert not is_excluded(merged(7, into=2))


def test_a_confirmed_decline_is_excluded_only_before_the_deadline() -> None:
    assert is_excluded(declined(6), confirmed(12))
    assert not is_excluded(declined(7), confirmed(8))


def test_a_decline_left_unconfirmed_or_confirmed_too_late_is_missed() -> None:
    assert not is_excluded(declined(2))
    assert is_excluded(declined(2), confirmed(9))
    assert not is_excluded(declined(2), confirmed(9.001))


def test_a_decline_confirmed_by_its_author_or_a_former_handler_is_missed() -> None:
    assert not is_excluded(declined(2), confirmed(3, LEADER))
    assert not is_excluded(accepted(1, HEAD), accepted(1.5), declined(2), confirmed(3))


def test_whoever_was_named_handler_at_any_time_cannot_confirm() -> None:
    assert not is_excluded(leader(1, Assigned(HEAD)), accepted(1.5), declined(2), confirmed(3))
    story = case(1, 0, declined(2), confirmed(3), opening=Opening(handler=HEAD))
    assert second_week(story).excluded == 0


def test_a_refused_decline_leaves_the_case_open() -> None:
    assert not is_excluded(declined(2), leader(3, DeclineRefused(), HEAD))
    assert is_hit(declined(2), leader(3, DeclineRefused(), HEAD), resolved(4))


def test_an_earlier_case_merged_in_brings_its_deadline() -> None:
    kept = case(1, 3, absorbed(5, 2, start=0), resolved(8))
    figure = second_week(kept)
    assert (figure.due, figure.hits) == (1, 0)
    assert second_week(case(1, 3, resolved(8))).hits == 1


def test_a_case_merged_in_after_its_deadline_leaves_the_other_its_own() -> None:
    figure = second_week(case(1, 3, absorbed(8, 2, start=0), resolved(9)))
    assert (figure.due, figure.hits) == (1, 1)


def test_of_several_requesters_only_the_last_to_withdraw_ends_the_case() -> None:
    one_left = (absorbed(1, 2, start=0.5), resident(2, Withdrawn()))
    assert not is_excluded(*one_left)
    assert is_hit(*one_left, resolved(3))
    assert is_excluded(*one_left, resident(4, Withdrawn(), NEIGHBOUR))


def test_waiting_that_began_before_the_deadline_moves_only_net_t() -> None:
    waited = (resident(9, Answered(WORDS)), resolved(12))
    figure = second_week(case(1, 0, leader(6, Asked(WORDS)), *waited))
    assert (figure.hits, figure.net_hits) == (0, 0)
    figure = second_week(case(1, 0, leader(4, Asked(WORDS)), *waited))
    assert (figure.hits, figure.net_hits) == (0, 1)


def test_waiting_that_began_after_the_deadline_moves_nothing() -> None:
    entries = (leader(7, Asked(WORDS)), resident(12, Answered(WORDS)), resolved(12))
    assert second_week(case(1, 0, *entries)).net_hits == 0


def test_a_case_resolved_while_waiting_waited_until_then() -> None:
    assert second_week(case(1, 0, leader(6, Asked(WORDS)), resolved(30))).net_hits == 1


def test_an_extension_counts_only_when_approved_before_the_deadline() -> None:
    for approved, net_hits in ((6.9, 1), (7, 0)):
        story = case(1, 0, leader(approved, Extended(day(12)), HEAD), resolved(11))
        figure = second_week(story)
        assert (figure.hits, figure.net_hits) == (0, net_hits)


def test_rates_are_printed_with_and_without_the_excluded() -> None:
    figure = second_week(
        case(1, 0, resolved(1)), case(2, 0, resolved(8)), case(3, 0, resident(1, Withdrawn()))
    )
    assert figure.value == Fraction(1, 2)
    assert figure.excluded_as_missed == Fraction(1, 3)
    assert figure.net == Fraction(1, 2)


def test_nothing_due_has_no_rate() -> None:
    nothing = second_week()
    assert nothing.value is nothing.excluded_as_missed is nothing.net is None
    only_excluded = second_week(case(1, 0, resident(1, Withdrawn())))
    assert only_excluded.value is None
    assert only_excluded.excluded_as_missed == Fraction(0)


def test_void_cases_are_listed_and_not_measured() -> None:
    whole = reckon(case(4, 0, leader(8, Voided())), case(1, 0), period=week(1))
    assert whole.residents.timeliness.due == 1
    assert whole.voided == (4,)


def test_void_cases_are_listed_in_the_period_they_were_called_so() -> None:
    story = case(4, 0, leader(8, Voided()))
    assert reckon(story, period=week(0)).voided == ()
    assert reckon(story, period=week(1), as_of=8).voided == ()
    assert reckon(story, period=week(1), as_of=9).voided == (4,)


def test_patrol_has_a_line_of_its_own() -> None:
    patrol = Opening(line=Line.PATROL, requester=LEADER)
    whole = reckon(
        case(1, 0, resolved(1), opening=patrol),
        case(2, 0, opening=Opening(requester=RESIDENT)),
        period=week(1),
    )
    assert (whole.patrol.timeliness.hits, whole.patrol.timeliness.due) == (1, 1)
    assert (whole.residents.timeliness.hits, whole.residents.timeliness.due) == (0, 1)
    assert not whole.patrol.is_empty
    assert reckon(case(2, 0), period=week(1)).patrol.is_empty
