"""What of a text speaks to the bot alone, and need not be read by people."""

from collections.abc import Iterator

from domain.grammar.arguments import Arguments
from domain.grammar.remainder import Cut, remainder
from domain.grammar.signs import Signs
from domain.grammar.tags import Tag
from domain.kinds import Move


def text_for_people(signs: Signs, arguments: Arguments) -> str:
    """Give the text without its tags, and a move without the case, days and people it names."""
    text = remainder(signs.wording.written, _cuts(signs, arguments))
    if text or signs.first(Move):
        return text
    # Nothing but tags: then what they name is what was said.
    return " ".join(signs.written(tag.word) for tag in signs.tags if tag.names)


def _cuts(signs: Signs, arguments: Arguments) -> Iterator[Cut]:
    if signs.head:
        yield Cut((0, signs.head.end))
    yield from map(Cut, signs.addressed)
    ends = {tag.where[1] for tag in signs.tags}
    for tag in signs.tags:
        yield from _name_cuts(signs, tag, ends) if tag.names else (Cut(tag.where),)
    if signs.first(Move):
        for _, where in (*signs.numbers, *signs.people, *arguments.numbers):
            yield Cut(where, ())
        if arguments.days:
            yield Cut(arguments.days[1], ())


def _name_cuts(signs: Signs, tag: Tag, ends: set[int]) -> Iterator[Cut]:
    """Cut a category or label: only its marks where it is glued to a word of the sentence."""
    (start, end), (first, last) = tag.where, tag.word
    marks = tuple(mark for mark in ((start, first), (last, end)) if mark[0] < mark[1])
    before = "" if start in ends else signs.written((max(start - 1, 0), start))
    if before.isalnum() or signs.written((end, end + 1)).isalnum():
        yield from (Cut(mark, (mark,)) for mark in marks)
    else:
        yield Cut(tag.where, marks)
