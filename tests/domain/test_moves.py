"""Who may make which move, from which state: the table, row by row, and what breaks it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain import decisions
from domain.case import Case, evolve
from domain.events import Asked, CaseEvent, Entry, Reopened, Reworded, Voided, VoidProposed, Words
from domain.kinds import CaseKind, Cause, Move, State
from domain.moves import MOVES, Because, Refused, allowed, check
from domain.opening import Requester, Tagged, open_case
from domain.policy import Policy
from domain.roles import Actor, Role

NOON = datetime(2026, 11, 2, 4, tzinfo=UTC)
POLICY = Policy()
MEI, TAGGER, NEIGHBOUR = Actor(1), Actor(2), Actor(3)
LEADER, MEMBER = Actor(10, Role.LEADER), Actor(11, Role.MEMBER)
THE_GROUP = Actor(-100, Role.LEADER, anonymous=True)
DONE = Words("d" * 64, "灯已换")
EVERYBODY = {
    "requester": MEI,
    "tagger": TAGGER,
    "neighbour": NEIGHBOUR,
    "leader": LEADER,
    "member": MEMBER,
}
MAY = {
    Move.ACCEPT: {"leader", "member"},
    Move.ASSIGN: {"leader", "member"},
    Move.ASK: {"leader", "member"},
    Move.ANSWER: {"requester"},
    Move.RESOLVE: {"leader", "member"},
    Move.WITHDRAW: {"requester"},
    Move.REOPEN: {"requester", "member"},
    Move.CORRECT: {"leader", "member"},
    Move.VOID: {"requester", "tagger", "leader", "member"},
    Move.RATE: {"requester"},
    Move.CLOSE: set[str](),
}


def new_case() -> Case:
    opened = open_case(
        7,
        Requester(MEI.id, holds_role=False, wrote_at=NOON),
        Tagged(CaseKind.ISSUE, Words("w" * 64)),
        POLICY,
    )
    return evolve(None, 12, Entry(NOON, TAGGER.id, opened))


def after(case: Case, actor: Actor, event: CaseEvent, hours: float = 1) -> Case:
    entry = Entry(NOON + timedelta(hours=hours), actor.id, event, actor.role is not None)
    return evolve(case, case.number, entry)


def resolved_case() -> Case:
    at = NOON + timedelta(hours=1)
    return after(new_case(), LEADER, decisions.resolve(new_case(), LEADER, DONE, at, POLICY))


def refusal(attempt: Callable[[], object]) -> Because:
    with pytest.raises(Refused) as caught:
        attempt()
    return caught.value.because


@pytest.mark.parametrize("move", MAY)
@pytest.mark.parametrize("person", EVERYBODY)
def test_a_move_is_open_to_those_the_table_names(move: Move, person: str) -> None:
    case = replace(new_case(), state=min(MOVES[move].sources))
    assert (move in allowed(case, EVERYBODY[person])) == (person in MAY[move])


@pytest.mark.parametrize("move", MAY)
@pytest.mark.parametrize("state", State)
def test_a_move_from_a_state_the_table_does_not_name_is_refused(move: Move, state: State) -> None:
    case = replace(new_case(), state=state)
    everything = Actor(MEI.id, Role.OWNER)
    if move is not Move.CLOSE and state not in MOVES[move].sources:
        assert refusal(lambda: check(move, case, everything)) is Because.STATE
    assert (move in allowed(case, everything)) == (
        move is not Move.CLOSE and state in MOVES[move].sources
    )


@pytest.mark.parametrize("state", [State.WITHDRAWN, State.VOID, State.MERGED])
def test_nothing_leads_out_of_an_end(state: State) -> None:
    assert allowed(replace(new_case(), state=state), Actor(MEI.id, Role.OWNER)) == ()


def test_accepting_twice_changes_nothing() -> None:
    case = after(new_case(), LEADER, decisions.accept(new_case(), LEADER))
    assert refusal(lambda: decisions.accept(case, LEADER)) is Because.NOTHING_CHANGED
    assert decisions.accept(case, MEMBER).handler == MEMBER.id


def test_resolving_and_asking_need_words() -> None:
    case = new_case()
    assert refusal(lambda: decisions.ask(case, LEADER, None)) is Because.NEEDS_WORDS
    assert (
        refusal(lambda: decisions.resolve(case, LEADER, None, NOON, POLICY)) is Because.NEEDS_WORDS
    )


def test_waiting_moves_the_net_deadline_and_never_the_deadline() -> None:
    case = after(new_case(), LEADER, Asked(DONE), hours=2)
    answered = after(case, MEI, decisions.answer(case, MEI, DONE), hours=7)
    assert answered.due_at == case.due_at
    assert answered.net_due_at == case.due_at + timedelta(hours=5)


def test_the_first_response_is_a_role_holders_and_only_the_first() -> None:
    case = new_case()
    assert decisions.respond(case, NEIGHBOUR) is None
    first = decisions.respond(case, LEADER)
    assert first is not None
    responded = after(case, LEADER, first)
    assert responded.responded_at == NOON + timedelta(hours=1)
    assert decisions.respond(responded, MEMBER) is None


def test_a_role_holders_own_request_is_not_answered_by_the_same_person() -> None:
    assert decisions.respond(new_case(), replace(MEI, role=Role.LEADER)) is None


def test_editing_the_tagged_words_is_no_response() -> None:
    edited = after(new_case(), LEADER, Reworded(Words("e" * 64)))
    assert edited.responded_at is None


def test_a_requester_reopens_within_the_window_and_a_member_at_any_time() -> None:
    case = resolved_case()
    assert case.rate_until is not None
    late = case.rate_until
    in_time = late - timedelta(seconds=1)
    assert decisions.reopen(case, MEI, in_time, POLICY).cause is Cause.REQUESTER
    assert refusal(lambda: decisions.reopen(case, MEI, late, POLICY)) is Because.WINDOW_OVER
    assert decisions.reopen(case, MEMBER, late, POLICY).cause is Cause.SUPERVISOR
    assert refusal(lambda: decisions.reopen(case, LEADER, in_time, POLICY)) is Because.ROLE


def test_a_reopened_case_runs_on_against_its_first_deadline() -> None:
    case = resolved_case()
    again = after(case, MEI, Reopened(Cause.REQUESTER, NOON + timedelta(days=4)), hours=24)
    assert (again.state, again.due_at, again.resolved_at) == (State.ACCEPTED, case.due_at, None)


def test_the_window_closes_a_case_once_and_not_before_its_end() -> None:
    case = resolved_case()
    assert case.rate_until is not None
    assert decisions.close(case, case.rate_until - timedelta(seconds=1)) is None
    closing = decisions.close(case, case.rate_until)
    assert closing is not None
    closed = after(case, MEI, closing, hours=200)
    assert closed.state is State.CLOSED
    assert decisions.close(closed, case.rate_until) is None


@pytest.mark.parametrize("actor", [MEI, TAGGER, LEADER, THE_GROUP])
def test_a_mistake_is_undone_alone_within_ten_minutes(actor: Actor) -> None:
    at = NOON + POLICY.undo_within
    assert decisions.void(new_case(), actor, at, POLICY) == Voided()


def test_a_later_void_needs_a_second_person() -> None:
    case, late = new_case(), NOON + POLICY.undo_within + timedelta(seconds=1)
    assert decisions.void(case, TAGGER, late, POLICY) == VoidProposed()
    proposed = after(case, TAGGER, VoidProposed())
    assert refusal(lambda: decisions.void(proposed, TAGGER, late, POLICY)) is Because.SECOND_PERSON
    assert decisions.void(proposed, LEADER, late, POLICY) == Voided()


def test_a_correction_keeps_what_it_does_not_name() -> None:
    case = new_case()
    corrected = decisions.correct(case, LEADER, kind=CaseKind.DEMAND)
    assert (corrected.kind, corrected.category) == (CaseKind.DEMAND, None)
    assert after(case, LEADER, corrected).due_at == case.due_at
    assert (
        refusal(lambda: decisions.correct(case, LEADER, kind=CaseKind.ISSUE))
        is Because.NOTHING_CHANGED
    )


def test_who_was_named_before_being_known_claims_a_case_without_handler() -> None:
    case = new_case()
    claimed = after(case, NEIGHBOUR, decisions.claim(case, NEIGHBOUR))
    assert (claimed.state, claimed.handler) == (State.ACCEPTED, NEIGHBOUR.id)
    assert refusal(lambda: decisions.claim(claimed, TAGGER)) is Because.NOTHING_CHANGED
    assert refusal(lambda: decisions.claim(resolved_case(), TAGGER)) is Because.STATE


def test_the_group_as_administrator_is_never_the_requester() -> None:
    case = replace(new_case(), requester=THE_GROUP.id, state=State.RESOLVED)
    assert refusal(lambda: check(Move.RATE, case, THE_GROUP)) is Because.REQUESTER_ONLY
