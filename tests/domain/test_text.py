"""Names without hidden marks, and texts clipped to Telegram's lengths."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.text import clip, strip_marks, utf16_length

FAMILY = "👨\u200d👩\u200d👧"
FLAG = "🇨🇳"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("王小明", "王小明"),
        ("\u202eevil\u202c", "evil"),
        ("李\u200b\u200b四", "李四"),
        ("  张\n三\t ", "张 三"),
        ("a\u0000b\u0007c", "abc"),
        ("\u2066x\u2069\ufeff", "x"),
        ("\u3164\u2800\u115f", ""),
        ("<b>bold</b>", "<b>bold</b>"),
        ("علي", "علي"),
        ("é", "é"),
        ("", ""),
    ],
)
def test_marks_are_stripped_from_names(name: str, shown: str) -> None:
    assert strip_marks(name) == shown


@pytest.mark.parametrize(
    ("text", "units", "shown"),
    [
        ("电梯坏了", 4, "电梯坏了"),
        ("电梯坏了", 3, "电梯…"),
        ("电梯坏了", 1, "…"),
        ("电梯坏了", 0, ""),
        ("ab👍cd", 4, "ab…"),
        ("ab👍cd", 5, "ab👍…"),
        ("ab👍🏽cd", 5, "ab…"),
        ("ab" + FAMILY + "cdefgh", 8, "ab…"),
        ("a" + FLAG + FLAG + "b", 4, "a…"),
        ("a" + FLAG + FLAG + "b", 6, "a" + FLAG + "…"),
        ("cafe\u0301 rest", 5, "caf…"),
        ("lamp is broken", 6, "lamp…"),
    ],
)
def test_long_texts_are_clipped_between_whole_characters(text: str, units: int, shown: str) -> None:
    assert clip(text, units) == shown


def test_a_pile_of_accents_is_clipped_all_the_same() -> None:
    clipped = clip("e" + "\u0301" * 100, 60)
    assert utf16_length(clipped) == 60


@given(st.text(), st.integers(-1, 40))
def test_a_clipped_text_fits_and_is_a_beginning(text: str, units: int) -> None:
    clipped = clip(text, units)
    assert utf16_length(clipped) <= max(units, 0)
    assert text.startswith(clipped.removesuffix("…"))


@given(st.text())
def test_stripping_twice_changes_nothing_more(name: str) -> None:
    assert strip_marks(strip_marks(name)) == strip_marks(name)


@given(st.text())
def test_lengths_are_those_of_utf16(text: str) -> None:
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2
