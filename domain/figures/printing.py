"""How the numbers of the figures are printed, without words."""

from fractions import Fraction
from math import floor

_HALF = Fraction(1, 2)


def percent(share: Fraction) -> str:
    """Return a share as a percentage to one decimal, half up, without the sign.

    Only exactly nothing prints 0 and only exactly everything prints 100; all else stays within
    0.1 and 99.9. Raises ValueError for what is no share.
    """
    if not 0 <= share <= 1:
        raise ValueError(f"{share} is no share")
    if share in {0, 1}:
        return str(100 * share.numerator)
    # 1999 of 2000 is not everybody, and readers take a printed 100 as a promise.
    tenths = min(max(floor(share * 1000 + _HALF), 1), 999)
    return f"{tenths // 10}.{tenths % 10}"


def decimal(value: Fraction, places: int) -> str:
    """Return a number from zero up in decimal notation, half up, with that many places."""
    whole, rest = divmod(floor(value * 10**places + _HALF), 10**places)
    return f"{whole}.{rest:0{places}}"
