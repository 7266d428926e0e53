"""Inside code, links and addresses nothing is a tag; Telegram counts their places in UTF-16."""

import pytest

from domain.grammar import Span, read
from domain.kinds import CaseKind


@pytest.mark.parametrize(
    "text",
    [
        "see https://example.com/page#issue",
        "HTTPS://EXAMPLE.COM#ISSUE",
        "看https://example.com/条目#问题",
        "www.example.com/#issue",
        "example.com/page#issue",
        "example.com#issue",
        "docs.example.org:8080/a?b#问题",
        "guide.html#issue",
        "t.me/joinchat/x#issue",
        "tg://resolve?domain=x#issue",
        "ftp://host/x#demand",
        "mailto:a@b#issue",
        "写 `#问题` 就行",
    ],
)
def test_a_plain_link_holds_no_tag(text: str) -> None:
    reading = read(text)
    assert (reading.kind, reading.labels, reading.text) == (None, (), text)


@pytest.mark.parametrize(
    "text",
    [
        "https://example.com/a #issue",
        "https://example.com/a，#问题",
        "https://example.com/a＃问题",
        "#issue https://example.com/a#b",
        "see page 3.#issue",
        "a.b#issue",
    ],
)
def test_a_tag_beside_a_link_is_a_tag(text: str) -> None:
    assert read(text).kind is CaseKind.ISSUE


@pytest.mark.parametrize("kind", ["code", "pre", "url", "text_link", "email"])
@pytest.mark.parametrize("before", ["", "👍🏽 ", "👨‍👩‍👧", "\u200f", "中文"])
def test_entities_protect_exactly_what_they_cover(kind: str, before: str) -> None:
    offset = len(before.encode("utf-16-le")) // 2
    text = f"{before}#问题 #demand lamp"
    reading = read(text, [Span(kind, offset, 3)])
    assert reading.kind is CaseKind.DEMAND


@pytest.mark.parametrize("kind", ["hashtag", "bold", "blockquote", "spoiler", "bot_command", "new"])
def test_other_entities_protect_nothing(kind: str) -> None:
    assert read("#问题 lamp", [Span(kind, 0, 3)]).kind is CaseKind.ISSUE


@pytest.mark.parametrize("where", [(-5, 3), (100, 5), (0, -3), (3, 10**12)])
def test_an_entity_beyond_the_text_does_no_harm(where: tuple[int, int]) -> None:
    assert read("#问题 灯", [Span("code", *where)]).kind is CaseKind.ISSUE


def test_a_command_in_code_is_no_command() -> None:
    assert read("/done 12", [Span("code", 0, 8)]).command is None
