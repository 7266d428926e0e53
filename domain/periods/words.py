"""The words people name a period with, in both languages, read as that period."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.periods.calendar import (
    Period,
    day_of,
    days_until,
    local_date,
    month_of,
    quarter_of,
    week_of,
    year_of,
)

_LONGEST_DAYS = 3660
_MOST_WORDS = 3

_UNITS: dict[str, Callable[[date, ZoneInfo], Period]] = {
    **dict.fromkeys(("day", "天", "日"), day_of),
    **dict.fromkeys(("week", "周", "星期", "个星期", "礼拜", "个礼拜"), week_of),
    **dict.fromkeys(("month", "月", "个月"), month_of),
    **dict.fromkeys(("quarter", "季", "季度", "个季度"), quarter_of),
    **dict.fromkeys(("year", "年", "年度"), year_of),
}
_LAST = frozenset({"last", "previous", "上", "昨", "去"})
_SINGLE_WORDS = {"today": "this day", "yesterday": "last day"}

_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {ord("_"): " "}
_NAMED = re.compile(
    # A Chinese unit alone (周, 月) is half a word, so only an English one may stand by itself.
    r"(?:(?P<which>(?:this|current|last|previous)[ -]|[本这今当上昨去])|(?=[a-z]))"
    rf"(?P<unit>{'|'.join(_UNITS)})"
)
_ROLLING = re.compile(r"(?:last |past |最近|近)?([0-9]{1,4}) ?(?:d|days?|天|日)")
_RANGE = re.compile(r"([0-9qw-]{4,10}) ?(?:\.\.\.?|…|~|至|到) ?([0-9qw-]{4,10})")
_WEEK = re.compile(r"([12][0-9]{3})-?w([0-9]{1,2})")
_QUARTER = re.compile(r"([12][0-9]{3})-?q([1-4])")
_DATE = re.compile(r"([12][0-9]{3})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")


def read_period(text: str, now: datetime, zone: ZoneInfo) -> Period | None:
    """Read 本周, `last week`, `7d`, `2026-10`, `2026-W45`, `2026-10-01..2026-10-15`, or None."""
    words = " ".join(text.translate(_HALF_WIDTH).lower().split())
    today = local_date(now, zone)
    try:
        return _named(words, today, zone) or _rolling(words, today, zone) or _written(words, zone)
    except (ValueError, OverflowError):
        # A thirteenth month or a 53rd week of a short year: well formed, but no such time.
        return None


def take_period(text: str, now: datetime, zone: ZoneInfo) -> tuple[Period | None, str]:
    """Read the period that arguments begin with; give it and the words behind it."""
    words = text.split()
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        period = read_period(" ".join(words[:count]), now, zone)
        if period is not None:
            return period, " ".join(words[count:])
    return None, " ".join(words)


def _named(words: str, today: date, zone: ZoneInfo) -> Period | None:
    match = _NAMED.fullmatch(_SINGLE_WORDS.get(words, words))
    if match is None:
        return None
    period_of = _UNITS[match["unit"]]
    this = period_of(today, zone)
    if (match["which"] or "").rstrip(" -") not in _LAST:
        return this
    return period_of(local_date(this.start - timedelta(hours=1), zone), zone)


def _rolling(words: str, today: date, zone: ZoneInfo) -> Period | None:
    """Read `7d`: that many calendar days, today the last of them."""
    match = _ROLLING.fullmatch(words)
    if match is None or not 0 < int(match[1]) <= _LONGEST_DAYS:
        return None
    return days_until(today, int(match[1]), zone)


def _written(words: str, zone: ZoneInfo) -> Period | None:
    match = _RANGE.fullmatch(words)
    if match is None:
        return _single(words, zone)
    first, last = _single(match[1], zone), _single(match[2], zone)
    if first is None or last is None or first.start >= last.end:
        return None
    return Period(first.start, last.end, f"{first.label}..{last.label}")


def _single(words: str, zone: ZoneInfo) -> Period | None:
    if week := _WEEK.fullmatch(words):
        return week_of(date.fromisocalendar(int(week[1]), int(week[2]), 1), zone)
    if quarter := _QUARTER.fullmatch(words):
        return quarter_of(date(int(quarter[1]), int(quarter[2]) * 3, 1), zone)
    match = _DATE.fullmatch(words)
    return _dated(match, zone) if match else None


def _dated(match: re.Match[str], zone: ZoneInfo) -> Period:
    year, month, day = (int(part) if part else None for part in match.groups())
    first = date(year or 1, 1 if month is None else month, 1 if day is None else day)
    if month is None:
        return year_of(first, zone)
    return month_of(first, zone) if day is None else day_of(first, zone)
