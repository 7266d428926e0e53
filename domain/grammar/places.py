"""Addresses inside an estate, in Chinese and English."""

import re
from collections.abc import Iterator

from domain.grammar.wording import Range

_NUMERAL = "(?:[0-9]{1,4}[A-Za-z]?|[A-Za-z][0-9]{0,3}|[一二三四五六七八九十百零〇]{1,5})"
_SIGN = "(?:[0-9]{1,4}[A-Za-z]?|[A-Za-z][0-9]{0,3})"
_ALONE = "(?<![0-9A-Za-z.-])"
# "one of those blocks" is no address.
_NOT_COUNTED = "(?<![这那每几两共])"
_UNIT = rf"{_NUMERAL}\s?单元"
_FLOOR = rf"{_NUMERAL}\s?[楼层]"
# A bare 501 is a room unless it counts or costs something.
_ROOM = (
    rf"(?:{_NUMERAL}\s?(?:室|房(?!间)|号(?!楼|门|院))"
    r"|[0-9]{3,4}(?![0-9.]|\s?[元块人米度年月日天个户家多次条号楼层单幢栋]))"
)
_BUILDING = (
    rf"(?:{_NOT_COUNTED}{_NUMERAL}\s?(?:号楼|号院|号门|幢|栋)楼?|{_SIGN}\s?座"
    rf"|[0-9]{{1,4}}(?:\#楼|[\#号](?=\s?{_UNIT})))"
)
_INNER = rf"(?:[\s,-]?{_UNIT})?(?:[\s,-]?{_FLOOR})?(?:[\s,-]?{_ROOM})?"
_CHINESE = (
    rf"{_ALONE}(?:{_BUILDING}{_INNER}|{_UNIT}(?:[\s,-]?{_FLOOR})?(?:[\s,-]?{_ROOM})?"
    rf"|[0-9]{{3,4}}\s?室|[0-9]{{1,3}}-[0-9]{{1,2}}-[0-9]{{3,4}}(?![0-9-]))"
)
# The sign is a number or one capital: "Building A", but not "building a fence".
_PART = (
    r"(?i:building|bldg|block|tower|unit|floor|room|rm|apartment|apt|flat)\.?\s?(?i:no\.?\s?)?"
    r"(?:[0-9]{1,4}[A-Za-z]?|[A-Z][0-9]{0,3})(?![0-9A-Za-z])"
)
_ENGLISH = rf"(?<![0-9A-Za-z]){_PART}(?:,?\s?{_PART}){{0,3}}"
_PLACE = re.compile(rf"{_CHINESE}|{_ENGLISH}")


def places(flat: str) -> Iterator[Range]:
    """Find addresses such as 3幢2单元501 or Building 3 Unit 2 Room 501 in a half-width text."""
    for match in _PLACE.finditer(flat):
        yield match.span()
