"""Lengths as Telegram counts them, and names without marks that disturb their neighbours."""

import re
import unicodedata

_ELLIPSIS = "…"
_JOINER = "\u200d"
_LONGEST_CLUSTER = 32
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_TAG_CHARACTERS = range(0xE0020, 0xE0080)
_STRIPPED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Letters and symbols by category, yet drawn as nothing: names are hidden with them.
_BLANK_LETTERS = frozenset("\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_SPACES = re.compile(r"\s+")


def strip_marks(name: str) -> str:
    """Strip control, direction and zero-width characters from a name; empty if nothing is left."""
    spaced = _SPACES.sub(" ", name)
    kept = "".join(char for char in spaced if not _is_mark(char))
    return _SPACES.sub(" ", kept).strip()


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in _STRIPPED_CATEGORIES or char in _BLANK_LETTERS


def utf16_length(text: str) -> int:
    """Count a text's UTF-16 code units, the measure of all of Telegram's limits and offsets."""
    return len(text) + sum(char > "\uffff" for char in text)


def clip(text: str, units: int) -> str:
    """Shorten a text to at most `units` UTF-16 code units: whole characters and an ellipsis."""
    if utf16_length(text) <= units:
        return text
    if units < 1:
        return ""
    return text[: _whole_clusters(text, _fitting(text, units - 1))].rstrip() + _ELLIPSIS


def _fitting(text: str, units: int) -> int:
    used = 0
    for index, char in enumerate(text):
        used += 2 if char > "\uffff" else 1
        if used > units:
            return index
    return len(text)


def _whole_clusters(text: str, cut: int) -> int:
    """Move a cut back to where a character as people see it begins."""
    for index in range(cut, max(cut - _LONGEST_CLUSTER, 0), -1):
        if not _continues(text, index):
            return index
    return 0 if cut < _LONGEST_CLUSTER else cut


def _continues(text: str, index: int) -> bool:
    char, before = text[index], text[index - 1]
    if _JOINER in (char, before) or unicodedata.category(char).startswith("M"):
        return True
    if ord(char) in _FLAG_LETTERS:
        return _flag_letters_before(text, index) % 2 == 1
    return ord(char) in _SKIN_TONES or ord(char) in _TAG_CHARACTERS


def _flag_letters_before(text: str, index: int) -> int:
    count = 0
    while index > count and ord(text[index - count - 1]) in _FLAG_LETTERS:
        count += 1
    return count
