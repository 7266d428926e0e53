"""The card of a case: the one message that shows where it stands, edited in place as it moves."""

from dataclasses import dataclass

from markupsafe import Markup

from domain.case import Case
from domain.codes import code
from domain.decisions import within_window
from domain.delivery import Button, Keyboard, Link
from domain.kinds import Line, State
from domain.text import clip
from reports.case_words import case_tag, kind_name, named, state_name
from reports.language import Language
from reports.telling import Telling

MOST_WORDS = 900
MOST_REMARK = 500
MOST_PLACE = 120
MOST_NAME = 64


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What a card shows; words that were erased are None.

    `claim` is the link by which somebody named but never seen takes the case on.
    """

    case: Case
    words: str | None = None
    remark: str | None = None
    place: str | None = None
    requester: str | None = None
    handler: str | None = None
    claim: str | None = None
    rated: bool = False


def card(facts: CardFacts, telling: Telling) -> tuple[Markup, Keyboard]:
    """Render a card and the buttons that its state allows."""
    say = telling.say
    lines = [
        _title(facts.case, say),
        *_said(facts, say),
        *_people(facts, say),
        *_times(facts.case, telling),
        *_outcome(facts, say),
        case_tag(say, facts.case.number),
    ]
    return Markup("\n").join(lines), _keyboard(facts, telling)


def _title(case: Case, say: Language) -> Markup:
    named_so = {"number": case.number, "kind": kind_name(say, case.kind)}
    state = state_name(say, case.state)
    if case.urgent:
        return say("<b>№{number} {kind} · {state} · urgent</b>", state=state, **named_so)
    return say("<b>№{number} {kind} · {state}</b>", state=state, **named_so)


def _said(facts: CardFacts, say: Language) -> list[Markup]:
    lines = []
    if facts.words:
        lines.append(_quoted(facts.words, MOST_WORDS))
    if facts.words is None:
        lines.append(say("<i>The words were erased.</i>"))
    if facts.place:
        lines.append(say("Where: {place}", place=clip(facts.place, MOST_PLACE)))
    if facts.case.category:
        lines.append(say("About: {category}", category=facts.case.category))
    return lines


def _people(facts: CardFacts, say: Language) -> list[Markup]:
    lines = []
    if facts.requester:
        lines.append(say("Requester: {name}", name=clip(facts.requester, MOST_NAME)))
    if facts.case.line is Line.PATROL:
        lines.append(say("Found on patrol"))
    if facts.handler:
        handler = named(facts.case.handler, clip(facts.handler, MOST_NAME))
        lines.append(say("Handler: {name}", name=handler))
    elif facts.claim and facts.case.is_open:
        lines.append(say("Handler: @{name}, whom I have not met yet", name=_claimant(facts.claim)))
    return lines


def _times(case: Case, telling: Telling) -> list[Markup]:
    if not case.is_open:
        return []
    due = telling.say.moment(case.due_at, telling.zone)
    if case.is_overdue(telling.now):
        lines = [telling.say("<b>Overdue</b> since {moment}", moment=due)]
    else:
        lines = [telling.say("Due by {moment}", moment=due)]
    if case.work_by is not None:
        again = telling.say.moment(case.work_by, telling.zone)
        lines.append(telling.say("Reopened; to be settled by {moment}", moment=again))
    return lines


def _outcome(facts: CardFacts, say: Language) -> list[Markup]:
    case, lines = facts.case, list[Markup]()
    if facts.remark and case.state is State.WAITING:
        lines.append(say("Asked: {words}", words=clip(facts.remark, MOST_REMARK)))
    if facts.remark and case.resolved_at is not None:
        lines.append(say("✅ Done: {words}", words=clip(facts.remark, MOST_REMARK)))
    if facts.rated and case.resolved_at is not None:
        lines.append(say("The requester has rated."))
    if case.void_proposed_by is not None and case.state is State.NEW:
        lines.append(say("Called a mistake; a second person has to agree."))
    return lines


def _keyboard(facts: CardFacts, telling: Telling) -> Keyboard:
    say, case = telling.say, facts.case
    rows: list[tuple[Button | Link, ...]] = []
    if case.state is State.NEW:
        rows.append((_button(say("Accept"), "accept", case), _button(say("Settle"), "done", case)))
        rows.append((_button(_void_label(case, say), "void", case),))
    elif case.is_open:
        rows.append((_button(say("Settle"), "done", case),))
    elif case.resolved_at is not None and within_window(case, telling.now):
        rows.append((_button(say("Reopen"), "reopen", case),))
    if facts.claim and case.handler is None and case.is_open:
        label = say("I am @{name}", name=_claimant(facts.claim))
        rows.append((Link(str(label), facts.claim),))
    return tuple(rows)


def _void_label(case: Case, say: Language) -> Markup:
    return say("Undo") if case.void_proposed_by is None else say("Agree: a mistake")


def _button(label: Markup, verb: str, case: Case) -> Button:
    return Button(label.unescape(), code(verb, case.number))


def _quoted(words: str, units: int) -> Markup:
    return Markup("<blockquote>{}</blockquote>").format(clip(words, units))


def _claimant(link: str) -> str:
    return link.rpartition("-")[2]
