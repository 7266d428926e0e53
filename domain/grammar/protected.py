"""Where nothing is a tag: code, links and addresses, marked by Telegram or plain to see."""

import re
from collections.abc import Iterable, Iterator

from domain.grammar.wording import Range, Stretch, Wording

_KINDS = frozenset({"code", "pre", "url", "text_link", "email"})
# Telegram takes a link up to a space or Chinese punctuation mark, Chinese letters included.
_REST = r"[^\s，。；：！？、（）《》「」“”‘’＃]*"
_DOMAINS = "com|org|net|cn|gov|edu|io|me|info|dev|app|top|xyz|cc|tv|html?|php"
_HOST = rf"[a-z0-9-]{{1,63}}(?:\.[a-z0-9-]{{1,63}}){{0,8}}\.(?:{_DOMAINS})"
_ADDRESS = re.compile(
    rf"""
    (?<![a-z0-9+.-])[a-z][a-z0-9+.-]{{0,15}}://{_REST}
    | (?<![a-z0-9.-])(?:www\.|mailto:|{_HOST}(?::[0-9]{{1,5}})?[/?\#]){_REST}
    | `[^`\n]+`
    """,
    re.VERBOSE | re.IGNORECASE,
)


def protected(wording: Wording, stretches: Iterable[Stretch]) -> Iterator[Range]:
    """Give the ranges of a wording in which nothing is a tag; they may overlap."""
    for stretch in stretches:
        if stretch.kind in _KINDS:
            yield stretch.start, stretch.end
    for match in _ADDRESS.finditer(wording.written):
        yield match.span()
