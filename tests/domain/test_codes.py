"""Codes of buttons: what is written is read back, and fits into what Telegram carries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.codes import code, read_code

WORD = st.text(st.characters(codec="ascii", exclude_characters=":"), min_size=1, max_size=8)


@given(WORD, st.lists(WORD, max_size=5))
def test_a_code_is_read_back_as_written(verb: str, arguments: list[str]) -> None:
    assert read_code(code(verb, *arguments)) == (verb, tuple(arguments))


def test_the_largest_case_and_round_fit() -> None:
    assert code("unsolved", 10**12, 10**6) == "unsolved:1000000000000:1000000"


@pytest.mark.parametrize("verb", ["办" * 22, "x" * 65, ""])
def test_a_code_telegram_would_refuse_is_an_error(verb: str) -> None:
    with pytest.raises(ValueError, match="bytes"):
        code(verb)


@given(st.text())
def test_any_forged_code_can_be_read(forged: str) -> None:
    verb, arguments = read_code(forged)
    assert ":".join((verb, *arguments)) == forged
