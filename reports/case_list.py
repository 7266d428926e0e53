"""Cases one under the other, each in two short lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from domain.case import Case
from domain.text import clip
from reports.blocks import Block
from reports.case_words import case_tag, kind_name, state_name
from reports.telling import Telling

WORDS_UNITS = 60
TITLE_UNITS = 24


@dataclass(frozen=True, slots=True)
class ListedCase:
    """What a list tells of a case; `group` is None where all are of one group.

    `words` is None when they were erased.
    """

    case: Case
    words: str | None
    group: str | None = None


def case_list(telling: Telling, cases: Sequence[ListedCase]) -> list[Block]:
    """List cases in the order given."""
    return [_two_lines(telling, listed) for listed in cases]


def _two_lines(telling: Telling, listed: ListedCase) -> Block:
    say, case = telling.say, listed.case
    head = say(
        "<b>№{number}</b> {tag} · {kind} · {state}{urgent}",
        number=case.number,
        tag=case_tag(say, case.number),
        kind=kind_name(say, case.kind),
        state=state_name(say, case.state),
        urgent=say(" · urgent") if case.urgent else "",
    )
    words = clip(" ".join((listed.words or "").split()), WORDS_UNITS)
    return [head, *_words(telling, listed, words), _when(telling, case)]


def _words(telling: Telling, listed: ListedCase, words: str) -> list[Markup]:
    say = telling.say
    if listed.group is None:
        return [escape(words)] if words else []
    return [say("{words} – {group}", words=words or "…", group=clip(listed.group, TITLE_UNITS))]


def _when(telling: Telling, case: Case) -> Markup:
    say, zone = telling.say, telling.zone
    if case.is_overdue(telling.now):
        late = say.span(telling.now - case.due_at)
        return say("<b>overdue</b> since {day} ({late})", day=say.day(case.due_at, zone), late=late)
    if case.is_open:
        return say("due {day}", day=say.day(case.due_at, zone))
    ended = case.outcome_at or case.opened_at
    return say("since {day}", day=say.day(ended, zone))
