"""Finds in a typed text what Telegram marks by itself: tags, commands, mentions, links."""

import re
from collections.abc import Iterator
from itertools import takewhile
from unicodedata import category

from sandbox.texts import utf16
from sandbox.texts.entity import Entity

_COMMAND = re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>@])")
_MENTION = re.compile(r"(?<!\w)@[A-Za-z0-9_]{4,32}(?!\w)")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_LINK = re.compile(
    r"(?:https?|ftp)://[^\s/<>\"«»]+\.[^\s<>\"«»]+"
    r"|(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|org|net|cn|io|me|de|info|dev|app|gov|edu)\b"
    r"(?:[/?#][^\s<>\"«»]*)?",
    re.IGNORECASE,
)
# A sentence's end is not the link's.
_LINK_TAIL = ".:;,('?!`\""
_LONGEST_TAG = 256


def typed_entities(text: str) -> tuple[Entity, ...]:
    """Return what Telegram finds in a text; of two that overlap, the earlier, then the longer."""
    spans = sorted(_spans(text), key=lambda span: (span[1], -span[2]))
    kept: list[tuple[str, int, int]] = []
    for span in spans:
        if not kept or span[1] >= kept[-1][2]:
            kept.append(span)
    return tuple(_entity(text, *span) for span in kept)


def _entity(text: str, kind: str, start: int, end: int) -> Entity:
    return Entity(kind, utf16.length(text[:start]), utf16.length(text[start:end]))


def _spans(text: str) -> Iterator[tuple[str, int, int]]:
    for kind, pattern in (("bot_command", _COMMAND), ("mention", _MENTION), ("email", _EMAIL)):
        for match in pattern.finditer(text):
            yield kind, match.start(), match.end()
    for match in _LINK.finditer(text):
        yield "url", match.start(), match.start() + len(match[0].rstrip(_LINK_TAIL))
    yield from (("hashtag", start, end) for start, end in _hashtags(text))


def _hashtags(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of tags as TDLib finds them: `#12` is none, and neither is `#closed#`."""
    for match in re.finditer("#", text):
        start = match.start()
        if start and _is_tag_letter(text[start - 1]):
            continue
        word = "".join(takewhile(_is_tag_letter, text[start + 1 :]))
        closed = text[start + 1 + len(word) :].startswith("#")
        if not closed and any(category(letter).startswith("L") for letter in word):
            yield start, start + 1 + min(len(word), _LONGEST_TAG)


def _is_tag_letter(letter: str) -> bool:
    return letter in "_·\u200c" or category(letter) == "Nd" or category(letter).startswith("L")
