"""Tags of a text: where each begins and ends, and what it means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from domain.grammar.lexicon import Lexicon, ends_word
from domain.grammar.wording import Range
from domain.grammar.words import Category, Meaning

_MARK = re.compile(r"#+")
_NUMBER = re.compile(r"(?:案|case)([0-9]{1,9})(?![0-9])")
# Beginning with a digit it is a house (`3#楼`, `#3楼`) or a count, and stays in the text.
_LABEL = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag or command, and its word; meaning an int is a case's number, None is a label."""

    where: Range
    word: Range
    meaning: Meaning | int | None

    @property
    def names(self) -> bool:
        """Whether it names what the case is about, and so may be a word of a sentence."""
        return self.meaning is None or isinstance(self.meaning, Category)


def find_tags(folded: str, lexicon: Lexicon, position: int = 0) -> Iterator[Tag]:
    """Find the tags of a folded text from a position on, in order, in linear time."""
    while mark := _MARK.search(folded, position):
        tag = _tag_at(folded, mark, lexicon)
        position = tag.where[1] if tag else mark.end()
        if tag:
            yield tag


def _tag_at(folded: str, mark: re.Match[str], lexicon: Lexicon) -> Tag | None:
    found = _known(folded, mark.end(), lexicon) or _label(folded, mark)
    if found is None:
        return None
    end, meaning = found
    where = mark.start(), _closed(folded, end, lexicon)
    return Tag(where, (mark.end(), end), meaning)


def _known(folded: str, start: int, lexicon: Lexicon) -> tuple[int, Meaning | int] | None:
    number = _NUMBER.match(folded, start)
    if number and ends_word(folded, number.end()):
        return number.end(), int(number[1])
    return lexicon.longest(folded, start)


def _label(folded: str, mark: re.Match[str]) -> tuple[int, None] | None:
    word = _LABEL.match(folded, mark.end())
    # After a letter or digit it is "C#" or "3#", not a tag.
    if word is None or not (mark.start() == 0 or not _is_ascii_word(folded[mark.start() - 1])):
        return None
    return word.end(), None


def _is_ascii_word(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char == "_")


def _closed(folded: str, end: int, lexicon: Lexicon) -> int:
    """Take in a closing mark, unless it opens the next tag."""
    mark = _MARK.match(folded, end)
    if mark is None or _known(folded, mark.end(), lexicon):
        return end
    return mark.end()
