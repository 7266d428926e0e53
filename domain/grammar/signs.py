"""Every sign to the bot that stands in a text, with its place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from domain.grammar.commands import Head, command_at_head
from domain.grammar.lexicon import Lexicon, lexicon_of
from domain.grammar.mentions import mentions
from domain.grammar.numbers import case_numbers
from domain.grammar.places import places
from domain.grammar.protected import protected
from domain.grammar.tags import Tag, find_tags
from domain.grammar.values import Mention, Span
from domain.grammar.wording import Range, Wording, blank, locate, wording_of
from domain.grammar.words import COMMANDS

_Sort = TypeVar("_Sort")


@dataclass(frozen=True, slots=True)
class Signs:
    """What was found in a wording, in its order; `tags` begin with a command that does the same.

    `addressed` is where the bot itself is named, `numbers` are those marked as a case's.
    """

    wording: Wording
    head: Head | None
    tags: tuple[Tag, ...]
    people: tuple[tuple[Mention, Range], ...]
    addressed: tuple[Range, ...]
    places: tuple[Range, ...]
    numbers: tuple[tuple[int, Range], ...]

    def first(self, sort: type[_Sort]) -> tuple[_Sort, Tag] | None:
        """Give the first meaning of a sort, such as a kind or a move, and its tag."""
        for tag in self.tags:
            if isinstance(tag.meaning, sort):
                return tag.meaning, tag
        return None

    def written(self, where: Range) -> str:
        """Give a range of the text as it was written."""
        return self.wording.written[where[0] : where[1]]


def find_signs(
    text: str, spans: Sequence[Span], categories: Mapping[str, str], bot_username: str | None
) -> Signs:
    """Find all signs of a text, none of them inside code, links or addresses."""
    stretches = locate(text, spans)
    seen = wording_of(text)
    seen = seen.hide(tuple(protected(seen, stretches)))
    head = command_at_head(seen, bot_username)
    tags = (*_as_tag(head), *find_tags(seen.folded, _lexicon(categories), head.end if head else 0))
    named = sorted(mentions(seen, stretches), key=_place)
    us = bot_username.lower() if bot_username else None
    where = tuple(places(seen.flat))
    # 12号 inside an address, or #案12, is not looked at a second time.
    rest = blank(seen.folded, [*where, *(tag.where for tag in tags)])
    return Signs(
        wording=seen,
        head=head,
        tags=tags,
        people=tuple(found for found in named if not _is(found[0], us)),
        addressed=tuple(place for who, place in named if _is(who, us)),
        places=where,
        numbers=tuple(case_numbers(rest)),
    )


def _lexicon(categories: Mapping[str, str]) -> Lexicon:
    return lexicon_of(tuple(categories.items()))


def _as_tag(head: Head | None) -> Iterator[Tag]:
    meaning = COMMANDS.get(head.command.name) if head else None
    if head and meaning:
        yield Tag((0, head.end), head.name, meaning)


def _place(found: tuple[Mention, Range]) -> Range:
    return found[1]


def _is(who: Mention, username: str | None) -> bool:
    return username is not None and (who.username or "").lower() == username
