"""Which moves a case allows, from where to where and by whom: the one table, and its check."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.case import Case
from domain.kinds import OPEN_STATES, Move, State
from domain.roles import Actor, Role


class Who(StrEnum):
    """Who may make a move; a role is one over the group the case is in."""

    ANYONE = "anyone"
    REQUESTER = "requester"
    LEADER = "leader"
    AUTHOR_OR_LEADER = "author or leader"
    REQUESTER_OR_MEMBER = "requester or member"
    ITSELF = "by itself"


@dataclass(frozen=True, slots=True)
class Rule:
    """From which states a move leads to which (None: the state stays), and who may make it."""

    sources: frozenset[State]
    target: State | None
    who: Who


class Because(StrEnum):
    """Why a move is refused; the wording is the command's."""

    ROLE = "role"
    REQUESTER_ONLY = "requester_only"
    STATE = "state"
    NEEDS_WORDS = "needs_words"
    WINDOW_OVER = "window_over"
    SECOND_PERSON = "second_person"
    ROLE_HOLDER_RATES = "role_holder_rates"
    NO_PAPER = "no_paper"
    NOTHING_CHANGED = "nothing_changed"


class Refused(Exception):  # noqa: N818 - an answer to a person, not a fault of the program
    """A move that is not allowed; nothing changes."""

    def __init__(self, move: Move, because: Because, case: Case) -> None:
        super().__init__(f"{move} of case {case.number}: {because}")
        self.move = move
        self.because = because
        self.case = case


def _states(*states: State) -> frozenset[State]:
    return frozenset(states)


_RATED = _states(State.RESOLVED, State.CLOSED)

MOVES: Mapping[Move, Rule] = {
    Move.OPEN: Rule(_states(), State.NEW, Who.ANYONE),
    Move.ACCEPT: Rule(OPEN_STATES, State.ACCEPTED, Who.LEADER),
    Move.ASSIGN: Rule(OPEN_STATES, State.ACCEPTED, Who.LEADER),
    Move.ASK: Rule(_states(State.NEW, State.ACCEPTED), State.WAITING, Who.LEADER),
    Move.ANSWER: Rule(_states(State.WAITING), State.ACCEPTED, Who.REQUESTER),
    Move.RESOLVE: Rule(OPEN_STATES, State.RESOLVED, Who.LEADER),
    Move.WITHDRAW: Rule(OPEN_STATES, State.WITHDRAWN, Who.REQUESTER),
    Move.REOPEN: Rule(_RATED, State.ACCEPTED, Who.REQUESTER_OR_MEMBER),
    Move.CORRECT: Rule(OPEN_STATES, None, Who.LEADER),
    Move.VOID: Rule(_states(State.NEW), State.VOID, Who.AUTHOR_OR_LEADER),
    Move.RATE: Rule(_RATED, None, Who.REQUESTER),
    Move.CLOSE: Rule(_states(State.RESOLVED), State.CLOSED, Who.ITSELF),
}


def check(move: Move, case: Case, actor: Actor) -> None:
    """Raise `Refused` unless the table allows this actor this move of this case."""
    rule = MOVES[move]
    if not _may(rule.who, case, actor):
        raise Refused(move, _lacking(rule.who), case)
    if case.state not in rule.sources:
        raise Refused(move, Because.STATE, case)


def allowed(case: Case, actor: Actor) -> tuple[Move, ...]:
    """Return the moves the table allows this actor now, in the table's order."""
    return tuple(
        move
        for move, rule in MOVES.items()
        if case.state in rule.sources and _may(rule.who, case, actor)
    )


def _may(who: Who, case: Case, actor: Actor) -> bool:
    asks = actor.id in case.requesters and not actor.anonymous
    return {
        Who.ANYONE: True,
        Who.REQUESTER: asks,
        Who.LEADER: actor.at_least(Role.LEADER),
        Who.AUTHOR_OR_LEADER: asks or actor.id == case.tagger or actor.at_least(Role.LEADER),
        Who.REQUESTER_OR_MEMBER: asks or actor.at_least(Role.MEMBER),
        Who.ITSELF: False,
    }[who]


def _lacking(who: Who) -> Because:
    return Because.REQUESTER_ONLY if who is Who.REQUESTER else Because.ROLE
