"""Where the clock's jumps lead."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

_STEPS = {"hour": timedelta(hours=1), "day": timedelta(days=1)}
_MONDAY = time(9)


def moment_after(now: datetime, jump: str, zone: ZoneInfo) -> datetime:
    """Return the moment of the jump hour, day or monday (9:00 in the zone); ValueError for others.

    A day is a day of the calendar there, whatever its hours.
    """
    here = now.astimezone(zone)
    if jump == "hour":
        return now + _STEPS[jump]
    if jump == "day":
        return here + _STEPS[jump]
    if jump == "monday":
        return _next_monday(here)
    raise ValueError(f"no such jump: {jump!r}")


def _next_monday(here: datetime) -> datetime:
    this_week = here.date() - timedelta(days=here.weekday())
    monday = datetime.combine(this_week, _MONDAY, here.tzinfo)
    return monday if monday > here else monday + timedelta(weeks=1)
