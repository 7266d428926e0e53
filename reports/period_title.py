"""Periods as a heading names them."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

from domain.periods import Period
from reports.language import Language

_INSTANT = timedelta(microseconds=1)
_WEEK = re.compile(r"(\d{4})-W0?(\d{1,2})")
_MONTH = re.compile(r"\d{4}-\d{2}")
_QUARTER = re.compile(r"(\d{4})-Q(\d)")
_YEAR = re.compile(r"\d{4}")


def period_title(say: Language, period: Period, zone: ZoneInfo) -> str:
    """Name a period: a week with its days, a month, a quarter, a year, or from day to day."""
    first, last = period.start, period.end - _INSTANT
    if week := _WEEK.fullmatch(period.label):
        days = {"first": say.day(first, zone), "last": say.day(last, zone)}
        return say(
            "Week {number} of {year} · {first} – {last}", number=week[2], year=week[1], **days
        )
    if _MONTH.fullmatch(period.label):
        return say.month(first, zone)
    if quarter := _QUARTER.fullmatch(period.label):
        return say("Quarter {number} of {year}", number=quarter[2], year=quarter[1])
    if _YEAR.fullmatch(period.label):
        return say("Year {year}", year=period.label)
    return _days(say, period.label)


def is_whole(period: Period) -> bool:
    """Whether it is a week, month, quarter or year of the calendar."""
    return any(form.fullmatch(period.label) for form in (_WEEK, _MONTH, _QUARTER, _YEAR))


def is_longer_than_a_week(period: Period) -> bool:
    """Whether it is a month, quarter or year of the calendar."""
    return is_whole(period) and not _WEEK.fullmatch(period.label)


def _days(say: Language, label: str) -> str:
    first, _, last = label.partition("..")
    return say("{first} to {last}", first=first, last=last) if last else first
