"""The Wilson score interval of a share, in exact fractions but for one square root."""

from dataclasses import dataclass
from fractions import Fraction
from math import isqrt

# In floats the interval of 20 out of 20 ends at 1.0000000000000002, which is no share.
# The 97.5 % point of the normal distribution, for a two-sided interval of 95 %.
_Z = Fraction("1.959963984540054")
_ROOT_SCALE = 10**24


@dataclass(frozen=True, slots=True)
class Interval:
    """A share lies between `low` and `high`."""

    low: Fraction
    high: Fraction


def wilson(k: int, n: int) -> Interval:
    """Return the 95 % interval of the share k / n; raises ValueError unless 0 <= k <= n, n > 0.

    E. B. Wilson, Probable inference, the law of succession, and statistical inference, 1927.
    """
    if not 0 <= k <= n or n == 0:
        raise ValueError(f"{k} of {n} is no share")
    square = _Z * _Z
    middle = k + square / 2
    reach = _Z * _root(Fraction(k * (n - k), n) + square / 4)
    return Interval((middle - reach) / (n + square), (middle + reach) / (n + square))


def _root(value: Fraction) -> Fraction:
    """Return the square root, exact for squares, otherwise less by at most 10^-24."""
    # Numerator times denominator under the root keeps the root of a square fraction exact.
    scaled = isqrt(value.numerator * value.denominator * _ROOT_SCALE**2)
    return Fraction(scaled, value.denominator * _ROOT_SCALE)
