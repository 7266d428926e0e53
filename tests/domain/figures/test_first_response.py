"""First response, rule by rule; the time to respond is a day."""

from fractions import Fraction

from domain.events import Entry, Escalated, Responded, Reworded
from domain.figures import FirstResponse
from domain.kinds import Level
from tests.domain.figures.telling import (
    LEADER,
    WORDS,
    Opening,
    absorbed,
    accepted,
    case,
    day,
    leader,
    reckon,
    resident,
    week,
)


def answered(*entries: Entry, opening: Opening | None = None) -> bool:
    figure = _figure(*entries, opening=opening)
    assert figure.of == 1
    return figure.answered == 1


def _figure(*entries: Entry, opening: Opening | None = None) -> FirstResponse:
    story = case(1, 0, *entries, opening=opening or Opening())
    return reckon(story, period=week(0)).residents.first_response


def test_a_move_or_a_reply_within_the_day_answers() -> None:
    assert answered(accepted(1))
    assert answered(leader(0.5, Responded()))
    assert not answered(accepted(1.001))
    assert not answered()


def test_the_requester_the_bot_and_neighbours_do_not_answer() -> None:
    assert not answered(resident(0.1, Responded()))
    assert not answered(resident(0.1, Responded(), who=999))
    assert not answered(Entry(day(0.1), None, Escalated(Level.COMMUNITY)))


def test_a_requester_who_has_come_to_hold_a_role_does_not_answer_themselves() -> None:
    assert not answered(accepted(0.5), opening=Opening(requester=LEADER))


def test_tagging_rewording_and_a_case_joining_are_no_response() -> None:
    assert not answered(accepted(0.2), opening=Opening(intake=0.2))
    assert not answered(leader(0.5, Reworded(WORDS)))
    assert not answered(absorbed(0.5, 2, start=0.1))


def test_the_earliest_response_counts_even_when_recorded_late() -> None:
    assert answered(accepted(3), leader(0.5, Responded()))


def test_a_case_counts_when_its_time_to_respond_ends() -> None:
    second = reckon(case(1, 6.5, accepted(7)), period=week(1)).residents.first_response
    assert (second.answered, second.of) == (1, 1)
    late = reckon(case(1, 6.5, opening=Opening(intake=14)), period=week(1))
    assert late.residents.first_response.of == 0


def test_the_rate_is_of_all_whose_time_came() -> None:
    stories = (case(1, 0, accepted(0.5)), case(2, 0), case(3, 0))
    figure = reckon(*stories, period=week(0)).residents.first_response
    assert figure.rate == Fraction(1, 3)
    assert reckon(period=week(0)).residents.first_response.rate is None
