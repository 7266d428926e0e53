"""The cases that are still open, the longest-standing first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from domain.text import clip
from reports.blocks import Block
from reports.telling import Telling

MOST_LISTED = 8
WORDS_UNITS = 40


@dataclass(frozen=True, slots=True)
class OpenCase:
    """What a list tells of an open case; `words` is None when they were erased."""

    number: int
    words: str | None
    started_at: datetime
    due_at: datetime


def open_block(telling: Telling, cases: Sequence[OpenCase]) -> Block:
    """List what is still open and for how long; clipped to the eight oldest."""
    if not cases:
        return []
    oldest = sorted(cases, key=lambda case: (case.started_at, case.number))
    rest = len(cases) - MOST_LISTED
    return [
        telling.say("<b>Still open</b>"),
        *(_line(telling, case) for case in oldest[:MOST_LISTED]),
        *([telling.say("and {n} more: /cases", n=rest)] if rest > 0 else []),
    ]


def _line(telling: Telling, case: OpenCase) -> Markup:
    say = telling.say
    values = {
        "number": case.number,
        "words": clip(" ".join((case.words or "…").split()), WORDS_UNITS),
        "age": say.span(telling.now - case.started_at),
    }
    if case.due_at < telling.now:
        return say("№{number} #case{number} {words} · {age}, <b>overdue</b>", **values)
    due = say.day(case.due_at, telling.zone)
    return say("№{number} #case{number} {words} · {age}, due {due}", due=due, **values)
