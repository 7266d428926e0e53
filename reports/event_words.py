"""What happened to a case, each event in a few words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from domain import events
from domain.events import CaseEvent, Words
from domain.text import clip
from reports.language import Language
from reports.rating import score_word

WORDS_UNITS = 140
NAME_UNITS = 24
_SECRET = (events.Rated, events.Judged, events.Explained)


@dataclass(frozen=True, slots=True)
class Told:
    """An event with what is needed to tell it: texts by digest, names by id.

    Without `ballots` only that a rating was given is told.
    """

    event: CaseEvent
    texts: Mapping[str, str]
    names: Mapping[int, str]
    ballots: bool = False


def happened(say: Language, told: Told) -> Markup:
    """Tell an event; words that were erased are said to be."""
    if isinstance(told.event, _SECRET) and not told.ballots:
        return say("the requester rated")
    plain = _PLAIN.get(type(told.event))
    if plain is not None:
        return plain(say)
    quoting = _QUOTING.get(type(told.event))
    if quoting is not None:
        return quoting(say, _quoted(say, told))
    return _naming(say, told)


_PLAIN: Mapping[type, Callable[[Language], Markup]] = {
    events.Accepted: lambda say: say("accepted"),
    events.Responded: lambda say: say("first reply"),
    events.DeclineConfirmed: lambda say: say("the decline was confirmed"),
    events.DeclineRefused: lambda say: say("the decline was not confirmed"),
    events.Withdrawn: lambda say: say("withdrawn"),
    events.Extended: lambda say: say("more time allowed"),
    events.Escalated: lambda say: say("sent up"),
    events.HandedBack: lambda say: say("handed back"),
    events.Transferred: lambda say: say("moved to another group"),
    events.Reopened: lambda say: say("opened again"),
    events.Corrected: lambda say: say("corrected"),
    events.VoidProposed: lambda say: say("called a mistake"),
    events.Voided: lambda say: say("void"),
    events.Closed: lambda say: say("closed"),
}

_QUOTING: Mapping[type, Callable[[Language, Markup | str], Markup]] = {
    events.Opened: lambda say, words: say("opened: {words}", words=words),
    events.Reworded: lambda say, words: say("reworded: {words}", words=words),
    events.Asked: lambda say, words: say("asked: {words}", words=words),
    events.Answered: lambda say, words: say("answered: {words}", words=words),
    events.Resolved: lambda say, words: say("settled: {words}", words=words),
    events.Declined: lambda say, words: say("declined: {words}", words=words),
    events.Explained: lambda say, words: say("gave the reason: {words}", words=words),
}


def _quoted(say: Language, told: Told) -> Markup | str:
    words = getattr(told.event, "words", None)
    body = told.texts.get(words.digest) if isinstance(words, Words) else None
    return say("(erased)") if body is None else clip(" ".join(body.split()), WORDS_UNITS)


def _naming(say: Language, told: Told) -> Markup:
    match told.event:
        case events.Assigned(handler=handler):
            name = clip(told.names.get(handler, str(handler)), NAME_UNITS)
            return say("given to {name}", name=name)
        case events.Merged(into=number):
            return say("merged into №{number}", number=number)
        case events.Absorbed(other=number):
            return say("took in №{number}", number=number)
        case events.Rated(score=score):
            return say("rated: {score}", score=score_word(say, score))
        case events.Judged(solved=solved):
            return say("said it is solved") if solved else say("said it is not solved")
        case event:
            raise TypeError(f"no words for {type(event).__name__}")
