"""What Telegram finds in a typed text; expected spans follow TDLib's rules."""

import pytest

from sandbox.texts import utf16
from sandbox.texts.typed import typed_entities


def found(text: str) -> list[tuple[str, str]]:
    """Return kinds and words of a text's entities."""
    entities = typed_entities(text)
    return [(each.type, utf16.cut(text, each.offset, each.length)) for each in entities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#问题 电梯坏了", [("hashtag", "#问题")]),
        ("#问题电梯坏了，请看", [("hashtag", "#问题电梯坏了")]),
        ("请看#问题", []),
        ("请看，#问题", [("hashtag", "#问题")]),
        ("#12", []),
        ("#case12 #案12", [("hashtag", "#case12"), ("hashtag", "#案12")]),
        ("#问题#电梯", []),
        ("#问题# 电梯", []),
        ("＃问题", []),
        ("#问题①", [("hashtag", "#问题")]),
        ("/stats 本周", [("bot_command", "/stats")]),
        ("/stats@gridward_bot", [("bot_command", "/stats@gridward_bot")]),
        ("a/stats 电梯/done", []),
        ("@liwei 看看 @li", [("mention", "@liwei")]),
        ("mei@example.org", [("email", "mei@example.org")]),
        ("https://example.org/#issue。", [("url", "https://example.org/#issue。")]),
        ("see example.org/a, ok", [("url", "example.org/a")]),
        ("no. links here", []),
    ],
)
def test_entities_of_typed_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_offsets_count_utf16_units() -> None:
    (tag,) = typed_entities("👍🏽 #问题")
    assert (tag.offset, tag.length) == (5, 3)
