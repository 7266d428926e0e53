"""Reminders of what waits: one line each, to whom it concerns, without reproach."""

from collections.abc import Sequence
from datetime import timedelta

from markupsafe import Markup

from domain.case import Case
from domain.text import clip
from reports.case_words import case_tag, named
from reports.language import Language

MOST_NAMED = 3
NAME_UNITS = 64

Called = tuple[int, str]
"""A person's id and name."""


def unanswered(say: Language, case: Case, leaders: Sequence[Called], within: timedelta) -> Markup:
    """Tell that nobody with a role has answered yet."""
    line = say(
        "№{number} has been without an answer for {span}. Who takes it on?",
        number=case.number,
        span=say.span(within),
    )
    return _addressed(say, case, leaders, line)


def overdue(say: Language, case: Case, leaders: Sequence[Called]) -> Markup:
    """Tell that the deadline has passed."""
    line = say(
        "№{number} has passed its deadline and is still open. A word on how it stands helps.",
        number=case.number,
    )
    return _addressed(say, case, leaders, line)


def rework_due(say: Language, case: Case, leaders: Sequence[Called]) -> Markup:
    """Tell that a reopened case is still open."""
    line = say("№{number} was reopened and is still open. How does it stand?", number=case.number)
    return _addressed(say, case, leaders, line)


def please_rate(say: Language, case: Case, requester: Called, until: str) -> Markup:
    """Ask a requester once more for a rating."""
    line = say(
        "№{number} was reported settled. Your rating is still welcome until {moment}:"
        " one tap on the message above.",
        number=case.number,
        moment=until,
    )
    return _addressed(say, case, [requester], line)


def _addressed(say: Language, case: Case, people: Sequence[Called], line: Markup) -> Markup:
    names = [named(user, clip(name, NAME_UNITS)) for user, name in people[:MOST_NAMED]]
    tag = case_tag(say, case.number)
    if not names:
        return Markup("{}\n{}").format(line, tag)
    return say("{names}: {line}\n{tag}", names=say.listed(names), line=line, tag=tag)
