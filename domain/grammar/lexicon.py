"""The words a tag can begin with here: the fixed ones and the deployment's categories."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from domain.grammar.wording import fold
from domain.grammar.words import WORDS, Category, Meaning

# Below this stand the scripts that part words with spaces; above it Chinese, which glues them.
_FIRST_GLUED = "\u2e80"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Known words in folded form; for each letter the lengths of those it begins, longest first."""

    meanings: Mapping[str, Meaning]
    lengths: Mapping[str, tuple[int, ...]]

    def longest(self, folded: str, start: int) -> tuple[int, Meaning] | None:
        """Give end and meaning of the longest known word at a place of a folded text."""
        for length in self.lengths.get(folded[start : start + 1], ()):
            end = start + length
            meaning = self.meanings.get(folded[start:end])
            if meaning is not None and ends_word(folded, end):
                return end, meaning
        return None


@lru_cache(maxsize=64)
def lexicon_of(aliases: tuple[tuple[str, str], ...]) -> Lexicon:
    """Build the lexicon of a deployment from its categories' (alias, canonical name) pairs."""
    meanings: dict[str, Meaning] = {}
    for alias, name in aliases:
        words = fold(alias.lstrip("#＃").strip()).split()
        if words:
            # A tag cannot hold a space: "street lamp" is written in one, or with an underscore.
            meanings.update(dict.fromkeys(("".join(words), "_".join(words)), Category(name)))
    meanings.update((tag, word.meaning) for word in WORDS for tag in word.tags)
    return Lexicon(meanings, _lengths(meanings))


def _lengths(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    by_letter: dict[str, set[int]] = {}
    for word in words:
        by_letter.setdefault(word[0], set()).add(len(word))
    return {letter: tuple(sorted(found, reverse=True)) for letter, found in by_letter.items()}


def ends_word(folded: str, end: int) -> bool:
    """Whether a word may end here: not amid letters of a script that parts words by spaces."""
    return not (end < len(folded) and _is_spaced(folded[end - 1]) and _is_spaced(folded[end]))


def _is_spaced(char: str) -> bool:
    return char < _FIRST_GLUED and (char.isalnum() or char == "_")
