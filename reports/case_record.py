"""The record of a case: what was said in it, or, whole, everything that happened to it."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from domain import events
from domain.case import Case
from domain.events import Entry
from domain.text import clip
from reports.blocks import joined
from reports.case_words import case_tag, kind_name, state_name
from reports.event_words import Told, happened
from reports.language import Language
from reports.telling import Telling

NAME_UNITS = 24
MOST_ENTRIES = 16
_SAID = (
    events.Opened,
    events.Reworded,
    events.Asked,
    events.Answered,
    events.Resolved,
    events.Declined,
)
# Where scores are hidden, a rating is told once, not once for each of its steps.
_OF_THE_RATING = (events.Judged, events.Explained)


@dataclass(frozen=True, slots=True)
class Record:
    """A case with its entries; `texts` by digest, `names` by id.

    `whole` shows every entry and who made it, else only what was said. Scores and reasons are
    shown only with `ballots`.
    """

    case: Case
    group: str
    entries: tuple[Entry, ...]
    texts: Mapping[str, str]
    names: Mapping[int, str]
    whole: bool = False
    ballots: bool = False


def record_text(telling: Telling, record: Record) -> Markup:
    """Tell a record, oldest first; of a long one the beginning and the end."""
    say, case = telling.say, record.case
    head = say(
        "<b>№{number}</b> {tag} · {kind} · {state}",
        number=case.number,
        tag=case_tag(say, case.number),
        kind=kind_name(say, case.kind),
        state=state_name(say, case.state),
    )
    where = escape(clip(record.group, NAME_UNITS * 2))
    lines = [_line(telling, record, entry) for entry in record.entries if _shown(record, entry)]
    return joined([[head, where, *_due(telling, case)], _clipped(say, lines)])


def _shown(record: Record, entry: Entry) -> bool:
    if isinstance(entry.event, _OF_THE_RATING) and not record.ballots:
        return False
    return record.whole or isinstance(entry.event, _SAID)


def _due(telling: Telling, case: Case) -> list[Markup]:
    if not case.is_open:
        return []
    moment = telling.say.moment(case.due_at, telling.zone)
    if case.is_overdue(telling.now):
        return [telling.say("<b>Overdue</b> since {moment}", moment=moment)]
    return [telling.say("Due by {moment}", moment=moment)]


def _clipped(say: Language, lines: list[Markup]) -> list[Markup]:
    if len(lines) <= MOST_ENTRIES:
        return lines
    half = MOST_ENTRIES // 2
    left_out = say("… {n} more …", n=len(lines) - MOST_ENTRIES)
    return [*lines[:half], left_out, *lines[-half:]]


def _line(telling: Telling, record: Record, entry: Entry) -> Markup:
    say = telling.say
    told = Told(entry.event, record.texts, record.names, record.ballots)
    values = {"moment": say.moment(entry.at, telling.zone), "what": happened(say, told)}
    if not record.whole:
        return say("{moment} · {what}", **values)
    return say("{moment} · {what} – {who}", who=_who(say, record, entry.actor), **values)


def _who(say: Language, record: Record, actor: int | None) -> Markup | str:
    if actor is None:
        return say("by itself")
    if actor < 0:
        return say("the group")
    return clip(record.names.get(actor, str(say("somebody"))), NAME_UNITS)
