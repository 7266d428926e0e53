"""A message holds as many blocks of a listing as fit, and says how many do not."""

import pytest
from markupsafe import Markup

from domain.text import utf16_length
from reports.blocks import LIMIT, Listing, fitted

HEAD, FOOT = [[Markup("head")]], [[Markup("foot")]]


def listing(lengths: list[int]) -> Listing:
    blocks = [[Markup("楼") * length] for length in lengths]
    return Listing(blocks, lambda n: Markup("and {} more").format(n))


def test_what_fits_stands_whole() -> None:
    text = fitted(HEAD, listing([40] * 50), FOOT)
    assert text.count("楼") == 40 * 50
    assert "more" not in text


@pytest.mark.parametrize("size", [7, 40, 399, 2000])
@pytest.mark.parametrize("count", [600, 3000])
def test_not_one_block_more_would_fit(size: int, count: int) -> None:
    text = fitted(HEAD, listing([size] * count), FOOT)
    shown = text.count("楼") // size
    assert text.endswith(f"and {count - shown} more\n\nfoot")
    assert LIMIT - size - 2 < utf16_length(text) <= LIMIT


def test_a_block_longer_than_a_message_leaves_only_the_word_on_the_rest() -> None:
    assert fitted(HEAD, listing([LIMIT, 1]), FOOT) == "head\n\nand 2 more\n\nfoot"
