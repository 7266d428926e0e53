"""Reads `parse_mode=HTML` as strictly as Telegram does."""

import re
from dataclasses import dataclass, field
from html import unescape

from sandbox.texts import utf16
from sandbox.texts.entity import Entity

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
# Telegram knows these four names and numbers only; anything else after & stays as it is.
_REFERENCE = re.compile(r"&(?:lt|gt|amp|quot);|&#(?:[0-9]+|[xX][0-9a-fA-F]+);?")
_ATTRIBUTE = re.compile(
    r"""\s*([^\s=>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.-]*)(?=[\s>])))?"""
)
_LANGUAGE = "language-"


class MarkupError(ValueError):
    """A text that Telegram cannot parse; the message is Telegram's own."""


@dataclass(slots=True)
class _Open:
    """A start tag that waits for its end."""

    tag: str
    offset: int
    attributes: dict[str, str] = field(default_factory=dict)
    language: str = ""


def parse_html(source: str) -> tuple[str, tuple[Entity, ...]]:
    """Return a markup's plain text and entities; MarkupError where Telegram refuses it."""
    return _Reader(source).read()


class _Reader:
    """Walks once over a source, and keeps the tags that are open."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._text = ""
        self._open: list[_Open] = []
        self._entities: list[Entity] = []

    def read(self) -> tuple[str, tuple[Entity, ...]]:
        while self._at < len(self._source):
            self._step()
        if self._open:
            tag = self._open[-1].tag
            raise MarkupError(f'Can\'t find end tag corresponding to start tag "{tag}"')
        order = sorted(self._entities, key=lambda each: (each.offset, -each.length))
        return self._text, tuple(order)

    def _step(self) -> None:
        if self._source.startswith("</", self._at):
            self._end_tag()
        elif self._source[self._at] == "<":
            self._start_tag()
        else:
            self._plain()

    def _plain(self) -> None:
        reference = _REFERENCE.match(self._source, self._at)
        taken = reference[0] if reference else self._source[self._at]
        self._text += unescape(taken) if reference else taken
        self._at += len(taken)

    def _start_tag(self) -> None:
        begin = self._at
        name = re.compile(r"[^\s>]*").match(self._source, begin + 1)
        if name is None or name.end() == len(self._source):
            raise MarkupError(f"Unclosed start tag at byte offset {self._byte(begin)}")
        tag = name[0].lower()
        if tag not in _KINDS:
            place = self._byte(begin)
            raise MarkupError(f'Unsupported start tag "{tag}" at byte offset {place}')
        self._at = name.end()
        opened = _Open(tag, utf16.length(self._text), self._attributes(tag, begin))
        if tag == "span" and opened.attributes.get("class") != "tg-spoiler":
            place = self._byte(begin)
            raise MarkupError(f'Tag "span" must have class "tg-spoiler" at byte offset {place}')
        self._open.append(opened)

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while not (closing := re.compile(r"\s*>").match(self._source, self._at)):
            match = _ATTRIBUTE.match(self._source, self._at)
            if match is None or self._source.startswith("=", match.end()):
                place = self._byte(begin)
                raise MarkupError(f'Unclosed start tag "{tag}" at byte offset {place}')
            name, *values = match.groups()
            attributes[name.lower()] = self._value(tag, name, values)
            self._at = match.end()
        self._at = closing.end()
        return attributes

    def _value(self, tag: str, name: str, values: list[str | None]) -> str:
        given = next((value for value in values if value is not None), None)
        if given is None and (tag, name.lower()) != ("blockquote", "expandable"):
            place = self._byte(self._at)
            raise MarkupError(
                "Expected equal sign in declaration of an attribute of the tag "
                f'"{tag}" at byte offset {place}'
            )
        return _REFERENCE.sub(lambda reference: unescape(reference[0]), given or "")

    def _end_tag(self) -> None:
        begin = self._at
        stop = self._source.find(">", begin)
        if not self._open:
            raise MarkupError(f"Unexpected end tag at byte offset {self._byte(begin)}")
        if stop < 0:
            raise MarkupError(f"Unclosed end tag at byte offset {self._byte(begin)}")
        tag = self._source[begin + 2 : stop].strip().lower()
        expected = self._open[-1].tag
        if tag not in ("", expected):
            place = self._byte(begin)
            raise MarkupError(
                f"Unmatched end tag at byte offset {place}, "
                f'expected "</{expected}>", found "</{tag}>"'
            )
        self._at = stop + 1
        self._close(self._open.pop())

    def _close(self, opened: _Open) -> None:
        units = utf16.length(self._text) - opened.offset
        if units == 0 or self._is_language_of_pre(opened):
            return
        kind = _KINDS[opened.tag]
        if kind == "blockquote" and "expandable" in opened.attributes:
            kind = "expandable_blockquote"
        linked = opened.attributes.get("href") or utf16.cut(self._text, opened.offset, units)
        entity = Entity(
            kind,
            opened.offset,
            units,
            url=linked if kind == "text_link" else "",
            language=opened.language,
            custom_emoji_id=opened.attributes.get("emoji-id", ""),
        )
        if kind != "text_link" or re.match(r"(https?|tg|mailto):|[^\s/]+\.\w", linked):
            self._entities.append(entity)

    def _is_language_of_pre(self, opened: _Open) -> bool:
        style = opened.attributes.get("class", "")
        inside = bool(self._open) and self._open[-1].tag == "pre"
        if opened.tag != "code" or not inside or not style.startswith(_LANGUAGE):
            return False
        self._open[-1].language = style.removeprefix(_LANGUAGE)
        return True

    def _byte(self, at: int) -> int:
        return len(self._source[:at].encode())
