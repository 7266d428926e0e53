"""No sequence of moves, by whomever, breaks what is always true of a case."""

# ruff: noqa: D102 - the name of a rule or invariant is its sentence

from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain import decisions, voting
from domain.ballots import Paper, evolve_papers
from domain.case import Case, evolve
from domain.events import CaseEvent, Entry, Words
from domain.kinds import CaseKind, Line, Move, State
from domain.moves import Because, Refused, allowed
from domain.opening import Requester, Tagged, open_case
from domain.policy import Policy
from domain.roles import Actor, Role
from domain.voting import Tap

NOON = datetime(2026, 11, 2, 4, tzinfo=UTC)
POLICY = Policy()
SAID = Words("s" * 64)
ACTORS = st.sampled_from(
    [
        Actor(1),
        Actor(1, Role.LEADER),
        Actor(2),
        Actor(10, Role.LEADER),
        Actor(11, Role.MEMBER),
        Actor(12, Role.INSPECTOR),
        Actor(-100, Role.LEADER, anonymous=True),
    ]
)
STEPS = st.sampled_from([timedelta(minutes=4), timedelta(hours=20), timedelta(days=4)])


class CaseMachine(RuleBasedStateMachine):
    """Everybody tries everything, at growing distances of time."""

    @initialize(requester=st.sampled_from([None, 1, 10]), late=st.booleans())
    def opened(self, requester: int | None, *, late: bool) -> None:
        asks = Requester(requester, requester == 10, NOON)
        event = open_case(7, asks, Tagged(CaseKind.ISSUE, Words("w" * 64)), POLICY)
        self.now = NOON + timedelta(days=8 if late else 0)
        self.case: Case = evolve(None, 12, Entry(self.now, 2, event))
        self.first = self.case
        self.papers: tuple[Paper, ...] = ()

    @rule(step=STEPS)
    def time_passes(self, step: timedelta) -> None:
        self.now += step

    @rule(actor=ACTORS)
    def accept(self, actor: Actor) -> None:
        self.attempt(Move.ACCEPT, actor, lambda: decisions.accept(self.case, actor))

    @rule(actor=ACTORS, handler=st.sampled_from([2, 10]))
    def assign(self, actor: Actor, handler: int) -> None:
        self.attempt(Move.ASSIGN, actor, lambda: decisions.assign(self.case, actor, handler))

    @rule(actor=ACTORS)
    def ask(self, actor: Actor) -> None:
        self.attempt(Move.ASK, actor, lambda: decisions.ask(self.case, actor, SAID))

    @rule(actor=ACTORS)
    def answer(self, actor: Actor) -> None:
        self.attempt(Move.ANSWER, actor, lambda: decisions.answer(self.case, actor, SAID))

    @rule(actor=ACTORS)
    def resolve(self, actor: Actor) -> None:
        self.attempt(
            Move.RESOLVE,
            actor,
            lambda: decisions.resolve(self.case, actor, SAID, self.now, POLICY),
        )

    @rule(actor=ACTORS)
    def withdraw(self, actor: Actor) -> None:
        self.attempt(Move.WITHDRAW, actor, lambda: decisions.withdraw(self.case, actor))

    @rule(actor=ACTORS)
    def reopen(self, actor: Actor) -> None:
        self.attempt(
            Move.REOPEN, actor, lambda: decisions.reopen(self.case, actor, self.now, POLICY)
        )

    @rule(actor=ACTORS, kind=st.sampled_from(CaseKind))
    def correct(self, actor: Actor, kind: CaseKind) -> None:
        self.attempt(Move.CORRECT, actor, lambda: decisions.correct(self.case, actor, kind=kind))

    @rule(actor=ACTORS)
    def void(self, actor: Actor) -> None:
        self.attempt(Move.VOID, actor, lambda: decisions.void(self.case, actor, self.now, POLICY))

    @rule(actor=ACTORS, score=st.integers(1, 5))
    def rate(self, actor: Actor, score: int) -> None:
        tap = Tap(self.now, self.now)
        self.attempt(
            Move.RATE, actor, lambda: voting.rate(self.case, self.papers, actor, tap, score)
        )

    @rule(actor=ACTORS)
    def not_solved(self, actor: Actor) -> None:
        tap = Tap(self.now, self.now)
        self.attempt(
            Move.RATE,
            actor,
            lambda: voting.not_solved(self.case, self.papers, actor, tap, POLICY),
        )

    @rule()
    def window_ends(self) -> None:
        closed = decisions.close(self.case, self.now)
        if closed is not None:
            self.happens(None, closed)

    def attempt(self, move: Move, actor: Actor, decide: object) -> None:
        may = move in allowed(self.case, actor)
        assert callable(decide)
        try:
            decided = decide()
        except Refused as refused:
            by_table = refused.because in {Because.ROLE, Because.REQUESTER_ONLY, Because.STATE}
            assert by_table is not may
            return
        assert may
        for event in decided if isinstance(decided, tuple) else (decided,):
            self.happens(actor, event)

    def happens(self, actor: Actor | None, event: CaseEvent) -> None:
        held = actor is not None and actor.role is not None
        entry = Entry(self.now, actor.id if actor else None, event, held)
        self.papers = evolve_papers(self.papers, self.case, entry)
        self.case = evolve(self.case, 12, entry)

    @invariant()
    def nobody_moves_the_deadline(self) -> None:
        case, first = self.case, self.first
        assert (case.started_at, case.due_at) == (first.started_at, first.due_at)
        assert case.counts_at == max(case.due_at, case.opened_at)
        assert case.net_due_at >= case.due_at

    @invariant()
    def an_outcome_stands_exactly_while_the_state_says_so(self) -> None:
        case = self.case
        settled = case.state in {State.RESOLVED, State.CLOSED}
        assert (case.resolved_at is not None) is settled
        assert (case.outcome_at is None) is case.is_open
        assert (case.waiting_since is not None) is (case.state is State.WAITING)
        assert (case.rate_until is not None) is (case.rounds > 0)

    @invariant()
    def the_last_round_has_a_paper_for_each_resident(self) -> None:
        asked = self.case.line is Line.RESIDENTS
        expected = self.case.rounds * len(self.case.requesters) if asked else 0
        assert len(self.papers) == expected
        assert all(paper.closes_at >= paper.asked_at for paper in self.papers)
        assert not [paper for paper in self.papers if paper.score and paper.requester != 1]


CaseMachine.TestCase.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)
test_any_sequence_of_moves = CaseMachine.TestCase
