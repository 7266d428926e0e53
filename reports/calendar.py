"""When each ISO week is told: Monday morning by the zone's own clocks, once a week for ever."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from domain.periods import Period, iso_week, previous_week

SUMMARY_AT = time(9)
ROLLUP_AT = time(9, 30)


def told_at(week: Period, at: time, zone: ZoneInfo) -> datetime:
    """Return the moment, UTC, on the Monday after `week` when the zone's clocks show `at`."""
    monday = week.end.astimezone(zone).date()
    return datetime.combine(monday, at, zone).astimezone(UTC)


def latest_told(now: datetime, at: time, zone: ZoneInfo) -> Period:
    """Return the last week whose telling has come by `now`."""
    last = previous_week(now, zone)
    if told_at(last, at, zone) <= now:
        return last
    return previous_week(last.start, zone)


def week_after(week: Period, zone: ZoneInfo) -> Period:
    """Return the week that begins when `week` ends."""
    return iso_week(week.end, zone)


def week_before(week: Period, zone: ZoneInfo) -> Period:
    """Return the week that ends when `week` begins."""
    return previous_week(week.start, zone)
