"""One text of a person, read whole."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

from domain.grammar.arguments import Arguments, bare_arguments
from domain.grammar.cuts import text_for_people
from domain.grammar.signs import Signs, find_signs
from domain.grammar.values import Reading, Span
from domain.grammar.words import Category, Urgency
from domain.kinds import CaseKind, Move

_NO_CATEGORIES: Mapping[str, str] = MappingProxyType({})
_Found = TypeVar("_Found")


def read(
    text: str,
    spans: Sequence[Span] = (),
    *,
    categories: Mapping[str, str] = _NO_CATEGORIES,
    bot_username: str | None = None,
    bare_numbers: bool = True,
) -> Reading:
    """Read a text or caption and its entities; `categories` maps aliases to canonical names.

    Never raises, whatever the text. Without `bot_username` every addressed command is ours. Without
    `bare_numbers` a number behind a move, as in `#done 2 lamps`, is only a part of the text.
    """
    signs = find_signs(text, spans, categories, bot_username)
    arguments = bare_arguments(signs) if bare_numbers else Arguments()
    kind, _ = signs.first(CaseKind) or (None, None)
    move, _ = signs.first(Move) or (None, None)
    return Reading(
        text=text_for_people(signs, arguments),
        kind=kind,
        urgent=signs.first(Urgency) is not None,
        move=move,
        numbers=_numbers(signs, arguments),
        categories=_once(t.meaning.name for t in signs.tags if isinstance(t.meaning, Category)),
        labels=_once(signs.written(t.word) for t in signs.tags if t.meaning is None),
        mentions=_once(who for who, _ in signs.people),
        place=signs.written(signs.places[0]) if signs.places else None,
        days=arguments.days[0] or None if arguments.days else None,
        command=signs.head.command if signs.head else None,
    )


def _numbers(signs: Signs, arguments: Arguments) -> tuple[int, ...]:
    found = [(tag.where[1], tag.meaning) for tag in signs.tags if isinstance(tag.meaning, int)]
    found += [(end, number) for number, (_, end) in (*signs.numbers, *arguments.numbers)]
    return _once(number for _, number in sorted(found))


def _once(found: Iterable[_Found]) -> tuple[_Found, ...]:
    return tuple(dict.fromkeys(found))
