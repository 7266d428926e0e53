"""The request to rate an outcome: its steps, none of which shows the group what was chosen."""

from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

from domain.ballots import SCORES
from domain.case import Case
from domain.codes import code
from domain.delivery import Button, Keyboard, Link
from domain.text import clip
from reports.case_words import case_tag, named
from reports.language import Language

MOST_REMARK = 500
MOST_NAME = 64


class Step(StrEnum):
    """How far a paper is filled in."""

    SCORE = "score"
    SOLVED = "solved"
    CONFIRM = "confirm"
    DONE = "done"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class RatingFacts:
    """What the request shows: to whom, on what, until when in words, and where to say more."""

    case: Case
    requester: str
    remark: str
    until: str
    bot: str


def score_word(say: Language, score: int) -> Markup:
    """Say what a score means, in the words of the scale."""
    return {
        5: say("Very satisfied"),
        4: say("Satisfied"),
        3: say("Fairly satisfied"),
        2: say("Dissatisfied"),
        1: say("Very dissatisfied"),
    }[score]


def rating(facts: RatingFacts, step: Step, say: Language) -> tuple[Markup, Keyboard]:
    """Render the request at one step; nothing in it depends on the score given."""
    lines = (_settled(facts, say), *_asking(facts, step, say), case_tag(say, facts.case.number))
    return Markup("\n").join(lines), _keyboard(facts, step, say)


def why_link(bot: str, number: int) -> str:
    """Return the link by which a requester tells the reason in private."""
    return f"https://t.me/{bot}?start=why-{number}"


def _settled(facts: RatingFacts, say: Language) -> Markup:
    return say(
        "{name}, №{number} is reported settled: {words}",
        name=named(facts.case.requester, clip(facts.requester, MOST_NAME)),
        number=facts.case.number,
        words=clip(facts.remark, MOST_REMARK),
    )


def _asking(facts: RatingFacts, step: Step, say: Language) -> tuple[Markup, ...]:
    return {
        Step.SCORE: (
            say(
                "How satisfied are you? Only you can tap. The group and its grid leader do not see "
                "what you choose; the committee does."
            ),
            say("You can rate until {moment}.", moment=facts.until),
        ),
        Step.SOLVED: (say("Thank you. Is it solved?"),),
        Step.CONFIRM: (say("Not solved? One more tap opens №{n} again.", n=facts.case.number),),
        Step.DONE: (
            say("A rating was given. Thank you."),
            say("It may be changed until {moment}.", moment=facts.until),
        ),
        Step.OVER: (),
    }[step]


def _keyboard(facts: RatingFacts, step: Step, say: Language) -> Keyboard:
    case = facts.case
    if step is Step.SCORE:
        return tuple((_button(score_word(say, n), "rate", case, n),) for n in SCORES)
    if step is Step.SOLVED:
        solved = _button(say("Solved"), "solved", case)
        return (solved,), (_button(say("Not solved"), "unsolved", case),)
    if step is Step.CONFIRM:
        confirm = _button(say("Yes, open it again"), "confirm", case)
        return (confirm,), (_button(say("Back"), "revote", case),)
    if step is Step.DONE:
        more = Link(say("Say more, in private").unescape(), why_link(facts.bot, case.number))
        return (_button(say("Change my rating"), "revote", case),), (more,)
    return ()


def _button(label: Markup, verb: str, case: Case, *more: int) -> Button:
    return Button(label.unescape(), code(verb, case.number, case.rounds, *more))
