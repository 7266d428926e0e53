"""The one line for each move that is not allowed: why, and what to do instead."""

from collections.abc import Callable

from markupsafe import Markup

from domain.kinds import Move, State
from domain.moves import Because, Refused
from reports.case_words import state_name
from reports.language import Language

RECORDED = frozenset({Because.ROLE, Because.REQUESTER_ONLY, Because.ROLE_HOLDER_RATES})
_SETTLED = frozenset({State.RESOLVED, State.CLOSED})


def refusal(say: Language, refused: Refused) -> Markup:
    """Say why a move is refused, and what to do instead."""
    return _LINES[refused.because](say, refused)


def _role(say: Language, refused: Refused) -> Markup:
    n = refused.case.number
    if refused.move is Move.REOPEN:
        return say("Only its requester or the committee can open №{n} again.", n=n)
    if refused.move is Move.VOID:
        return say("Only who opened №{n}, its requester or a grid leader can take it back.", n=n)
    return say("Only a grid leader can do this with №{n}. Please ask one.", n=n)


def _requester_only(say: Language, refused: Refused) -> Markup:
    n = refused.case.number
    if refused.move is Move.RATE:
        return say("Only the requester can rate №{n}.", n=n)
    if refused.move is Move.WITHDRAW:
        return say(
            "Only the requester can withdraw №{n}. A grid leader settles it with #done.", n=n
        )
    return say("Only the requester can do this with №{n}.", n=n)


def _state(say: Language, refused: Refused) -> Markup:
    case, n = refused.case, refused.case.number
    if case.is_open:
        return _still_open(say, refused)
    state = state_name(say, case.state)
    if case.state in _SETTLED:
        return say("№{n} is {state} already. To open it again: #reopen №{n}.", n=n, state=state)
    return say(
        "№{n} is {state}. A new message with #issue or #demand opens another.", n=n, state=state
    )


def _still_open(say: Language, refused: Refused) -> Markup:
    n, state = refused.case.number, state_name(say, refused.case.state)
    match refused.move:
        case Move.RATE:
            return say("№{n} is open again; you will be asked once it is settled.", n=n)
        case Move.VOID:
            return say(
                "№{n} is {state} already. Its requester can still #withdraw it.", n=n, state=state
            )
        case Move.ASK:
            return say("№{n} is waiting for an answer already. Ask again once it has come.", n=n)
        case Move.REOPEN:
            return say("№{n} is still open, and need not be opened again.", n=n)
    return say("№{n} is {state}, so this changes nothing.", n=n, state=state)


def _needs_words(say: Language, refused: Refused) -> Markup:
    n = refused.case.number
    if refused.move is Move.RESOLVE:
        return say("Say what was done: reply to the card with #done and a few words on №{n}.", n=n)
    return say("Say what you need to know: reply to the card with #ask and your question.")


def _window_over(say: Language, refused: Refused) -> Markup:
    n = refused.case.number
    if refused.move is Move.RATE:
        return say("The time to rate №{n} is over.", n=n)
    return say(
        "The time to open №{n} again is over. Ask the committee, or write a new #issue.", n=n
    )


def _second_person(say: Language, refused: Refused) -> Markup:
    n = refused.case.number
    return say("You have called №{n} a mistake; now a second person has to agree.", n=n)


def _role_holder_rates(say: Language, refused: Refused) -> Markup:
    return say(
        "Whoever holds a role here does not rate, so №{n} stays as it is.", n=refused.case.number
    )


def _no_paper(say: Language, refused: Refused) -> Markup:
    return say("№{n} was found on patrol and is not rated.", n=refused.case.number)


def _nothing_changed(say: Language, refused: Refused) -> Markup:
    return say("That is how №{n} stands already.", n=refused.case.number)


_LINES: dict[Because, Callable[[Language, Refused], Markup]] = {
    Because.ROLE: _role,
    Because.REQUESTER_ONLY: _requester_only,
    Because.STATE: _state,
    Because.NEEDS_WORDS: _needs_words,
    Because.WINDOW_OVER: _window_over,
    Because.SECOND_PERSON: _second_person,
    Because.ROLE_HOLDER_RATES: _role_holder_rates,
    Because.NO_PAPER: _no_paper,
    Because.NOTHING_CHANGED: _nothing_changed,
}
