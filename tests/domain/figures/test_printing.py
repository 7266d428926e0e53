"""How shares are printed."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.figures import decimal, percent


@pytest.mark.parametrize(
    ("share", "printed"),
    [
        (Fraction(1999, 2000), "99.9"),
        (Fraction(99999, 100000), "99.9"),
        (Fraction(1, 100000), "0.1"),
        (Fraction(1), "100"),
        (Fraction(0), "0"),
        (Fraction(39, 40), "97.5"),
        (Fraction(39, 100), "39.0"),
        (Fraction(1225, 10000), "12.3"),
        (Fraction(12249, 100000), "12.2"),
    ],
)
def test_one_decimal_half_up_and_never_falsely_all_or_none(share: Fraction, printed: str) -> None:
    assert percent(share) == printed


@given(st.fractions(min_value=0, max_value=1))
def test_only_everything_prints_as_a_hundred_and_only_nothing_as_zero(share: Fraction) -> None:
    assert (percent(share) == "100") is (share == 1)
    assert (percent(share) == "0") is (share == 0)


@given(st.fractions(min_value=0, max_value=1))
def test_a_printed_share_is_near_the_true_one(share: Fraction) -> None:
    assert abs(Fraction(percent(share)) - share * 100) <= Fraction(1, 10)


@pytest.mark.parametrize("share", [Fraction(-1, 10), Fraction(11, 10)])
def test_what_is_no_share_is_not_printed(share: Fraction) -> None:
    with pytest.raises(ValueError, match="no share"):
        percent(share)


def test_decimals_keep_their_zeros_and_carry() -> None:
    assert decimal(Fraction(1, 16), 3) == "0.063"
    assert decimal(Fraction(9999, 10000), 2) == "1.00"
    assert decimal(Fraction(5, 1000), 4) == "0.0050"
