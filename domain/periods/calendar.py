"""Days, ISO weeks, months, quarters and years of one time zone, as half-open periods in UTC."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` to just before `end`, both in UTC; a label given here reads back as the same."""

    start: datetime
    end: datetime
    label: str = ""

    def holds(self, moment: datetime) -> bool:
        """Whether a moment lies in it."""
        return self.start <= moment < self.end


def iso_week(moment: datetime, zone: ZoneInfo) -> Period:
    """Give the ISO week, Monday to Monday by the zone's calendar, that holds the moment."""
    return week_of(local_date(moment, zone), zone)


def weeks_touching(period: Period, zone: ZoneInfo) -> list[Period]:
    """Give the ISO weeks that share a moment with a period, the oldest first."""
    weeks = [iso_week(period.start, zone)]
    while weeks[-1].end < period.end:
        weeks.append(iso_week(weeks[-1].end, zone))
    return weeks


def months_within(period: Period, zone: ZoneInfo) -> list[Period]:
    """Give the months that lie in a period as a whole, the oldest first."""
    return _within(period, zone, month_of)


def quarters_within(period: Period, zone: ZoneInfo) -> list[Period]:
    """Give the quarters that lie in a period as a whole, the oldest first."""
    return _within(period, zone, quarter_of)


def previous_week(moment: datetime, zone: ZoneInfo) -> Period:
    """Give the ISO week before the one that holds the moment."""
    return week_of(local_date(moment, zone) - _WEEK, zone)


def previous_month(moment: datetime, zone: ZoneInfo) -> Period:
    """Give the month before the one that holds the moment."""
    return month_of(local_date(moment, zone).replace(day=1) - _DAY, zone)


def week_key(moment: datetime, zone: ZoneInfo) -> str:
    """Name the ISO week that holds the moment, as in `2026-W45`."""
    return _week_label(local_date(moment, zone))


def local_day(moment: datetime, zone: ZoneInfo) -> Period:
    """Give the zone's calendar day that holds the moment; 23 or 25 hours where clocks change."""
    return day_of(local_date(moment, zone), zone)


def local_date(moment: datetime, zone: ZoneInfo) -> date:
    """Give the date on the zone's calendars at a moment."""
    return moment.astimezone(zone).date()


def day_of(day: date, zone: ZoneInfo) -> Period:
    """Give a date as a period."""
    return _between(day, day + _DAY, zone, day.isoformat())


def days_until(last: date, count: int, zone: ZoneInfo) -> Period:
    """Give `count` days, `last` the last of them."""
    first = last - (count - 1) * _DAY
    return _between(first, last + _DAY, zone, f"{first.isoformat()}..{last.isoformat()}")


def week_of(day: date, zone: ZoneInfo) -> Period:
    """Give the ISO week of a date."""
    monday = day - timedelta(days=day.weekday())
    return _between(monday, monday + _WEEK, zone, _week_label(monday))


def month_of(day: date, zone: ZoneInfo) -> Period:
    """Give the month of a date."""
    return _months(day.replace(day=1), 1, zone, f"{day.year}-{day.month:02}")


def quarter_of(day: date, zone: ZoneInfo) -> Period:
    """Give the quarter of a date."""
    number = (day.month - 1) // 3
    return _months(date(day.year, number * 3 + 1, 1), 3, zone, f"{day.year}-Q{number + 1}")


def year_of(day: date, zone: ZoneInfo) -> Period:
    """Give the year of a date."""
    return _months(date(day.year, 1, 1), 12, zone, str(day.year))


def _week_label(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def _within(period: Period, zone: ZoneInfo, of: Callable[[date, ZoneInfo], Period]) -> list[Period]:
    found = list[Period]()
    each = of(local_date(period.start, zone), zone)
    while each.end <= period.end:
        if each.start >= period.start:
            found.append(each)
        each = of(local_date(each.end, zone), zone)
    return found


def _months(first: date, count: int, zone: ZoneInfo, label: str) -> Period:
    years, month = divmod(first.month - 1 + count, 12)
    return _between(first, date(first.year + years, month + 1, 1), zone, label)


def _between(first: date, after: date, zone: ZoneInfo, label: str) -> Period:
    return Period(_midnight(first, zone), _midnight(after, zone), label)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    # UTC, because two datetimes of one ZoneInfo are compared by their wall clocks, not as moments.
    return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)
