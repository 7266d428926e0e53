"""Case numbers and days, as people write them."""

import re
from collections.abc import Iterator

from domain.grammar.wording import Range

# 12号 is a case only where nothing makes it a house, a line or a date: 12号楼, 12号线, 10月12号.
_CASE = re.compile(
    r"""
    \#?№\s{0,2}([0-9]{1,9})(?![0-9])
    | (?<![0-9a-z.月路街巷弄道里村园区苑-])\#?([0-9]{1,9})\s?号
      (?=\W|_|$|事项|诉求|需求|问题|[和与及跟同到已])
    """,
    re.VERBOSE,
)
_LEADING = re.compile(r"[\s:,、到入至]*(?:(?:into|to|with)\s)?#?([0-9]{1,9})(?=[\s:;,。、]|$)")
_DAYS = re.compile(
    r"""
    (?<![0-9.月])([0-9]{1,3}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])
    \s?(?:个\s?)?(?:工作|自然|working\s|business\s|calendar\s)?
    (?:(天|日|days?|d)|(周|星期|weeks?|w))(?![a-z0-9])
    """,
    re.VERBOSE,
)
_DIGITS = {char: value for value, char in enumerate("一二三四五六七八九", 1)} | {"两": 2, "": 0}


def case_numbers(folded: str) -> Iterator[tuple[int, Range]]:
    """Find the numbers marked as those of cases, №12 or 12号, with where they stand."""
    for match in _CASE.finditer(folded):
        yield int(match[1] or match[2]), match.span()


def leading_number(folded: str, position: int) -> tuple[int, Range] | None:
    """Read a bare number that stands first from a position on, as after `/done`."""
    match = _LEADING.match(folded, position)
    return (int(match[1]), match.span()) if match else None


def time_span(folded: str) -> tuple[int, Range] | None:
    """Read a count of days or weeks, `3天`, `三个工作日`, `2 weeks`, as days."""
    match = _DAYS.search(folded)
    if match is None:
        return None
    return _value(match[1]) * (1 if match[2] else 7), match.span()


def _value(numeral: str) -> int:
    if numeral.isdigit():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    return (_DIGITS[tens] or 1) * 10 + _DIGITS[ones] if ten else _DIGITS[ones]
