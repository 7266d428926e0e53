"""What a move does to a case: from who asks for what, to the events to record, or a refusal."""

from datetime import datetime

from domain.case import Case
from domain.events import (
    Accepted,
    Answered,
    Asked,
    Assigned,
    CaseEvent,
    Closed,
    Corrected,
    Reopened,
    Resolved,
    Responded,
    Voided,
    VoidProposed,
    Withdrawn,
    Words,
)
from domain.kinds import CaseKind, Cause, Move, State
from domain.moves import MOVES, Because, Refused, check
from domain.policy import Policy
from domain.roles import Actor, Role


def accept(case: Case, actor: Actor) -> Accepted:
    """Take a case on as its handler."""
    check(Move.ACCEPT, case, actor)
    if case.state is State.ACCEPTED and case.handler == actor.id:
        raise Refused(Move.ACCEPT, Because.NOTHING_CHANGED, case)
    return Accepted(actor.id)


def assign(case: Case, actor: Actor, handler: int) -> Assigned:
    """Name the handler of a case."""
    check(Move.ASSIGN, case, actor)
    if case.state is State.ACCEPTED and case.handler == handler:
        raise Refused(Move.ASSIGN, Because.NOTHING_CHANGED, case)
    return Assigned(handler)


def claim(case: Case, claimant: Actor) -> Assigned:
    """Take on an open case without a handler, for which one was named by username only."""
    if not case.is_open:
        raise Refused(Move.ASSIGN, Because.STATE, case)
    if case.handler is not None:
        raise Refused(Move.ASSIGN, Because.NOTHING_CHANGED, case)
    return Assigned(claimant.id)


def respond(case: Case, actor: Actor) -> Responded | None:
    """Note a role-holder's first words on an open case; None when these are not the first."""
    answers = actor.role is not None and actor.id not in case.requesters
    if answers and case.is_open and case.responded_at is None:
        return Responded()
    return None


def ask(case: Case, actor: Actor, words: Words | None) -> Asked:
    """Ask the requester for what is missing; the net clock pauses."""
    check(Move.ASK, case, actor)
    return Asked(_needed(Move.ASK, words, case))


def answer(case: Case, actor: Actor, words: Words | None) -> Answered:
    """Supply what was asked."""
    check(Move.ANSWER, case, actor)
    return Answered(_needed(Move.ANSWER, words, case))


def resolve(
    case: Case, actor: Actor, words: Words | None, at: datetime, policy: Policy
) -> Resolved:
    """Report a case settled, with a word on what was done; opens a round of rating."""
    check(Move.RESOLVE, case, actor)
    done = _needed(Move.RESOLVE, words, case)
    return Resolved(done, case.rounds + 1, at + policy.rating_window)


def withdraw(case: Case, actor: Actor) -> Withdrawn:
    """Take one's own request back."""
    check(Move.WITHDRAW, case, actor)
    return Withdrawn()


def reopen(case: Case, actor: Actor, at: datetime, policy: Policy) -> Reopened:
    """Open a case again: its requester within the rating window, a member and above at any time."""
    check(Move.REOPEN, case, actor)
    if not actor.at_least(Role.MEMBER) and not within_window(case, at):
        raise Refused(Move.REOPEN, Because.WINDOW_OVER, case)
    cause = Cause.REQUESTER if actor.id in case.requesters else Cause.SUPERVISOR
    return Reopened(cause, at + policy.rework_within)


def correct(
    case: Case,
    actor: Actor,
    *,
    kind: CaseKind | None = None,
    category: str | None = None,
    place: Words | None = None,
) -> Corrected:
    """Put kind, category or place right; what is not given stays, and so does the deadline."""
    check(Move.CORRECT, case, actor)
    kept = Words(case.place) if case.place else None
    corrected = Corrected(kind or case.kind, category or case.category, place or kept)
    if corrected == Corrected(case.kind, case.category, kept):
        raise Refused(Move.CORRECT, Because.NOTHING_CHANGED, case)
    return corrected


def void(case: Case, actor: Actor, at: datetime, policy: Policy) -> CaseEvent:
    """Declare a case a mistake: at once within ten minutes, else with a second person's word."""
    check(Move.VOID, case, actor)
    if at <= case.opened_at + policy.undo_within:
        return Voided()
    if case.void_proposed_by is None:
        return VoidProposed()
    if case.void_proposed_by == actor.id:
        raise Refused(Move.VOID, Because.SECOND_PERSON, case)
    return Voided()


def close(case: Case, at: datetime) -> Closed | None:
    """End the rating window, when it is over and the resolution still stands."""
    if case.state not in MOVES[Move.CLOSE].sources or within_window(case, at):
        return None
    return Closed()


def within_window(case: Case, at: datetime) -> bool:
    """Whether the rating window of the latest round is open at this moment."""
    return case.rate_until is not None and at < case.rate_until


def _needed(move: Move, words: Words | None, case: Case) -> Words:
    if words is None:
        raise Refused(move, Because.NEEDS_WORDS, case)
    return words
