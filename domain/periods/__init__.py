"""Half-open stretches of time by the zone's calendar, and the words people name them with."""

from domain.periods.calendar import (
    Period,
    iso_week,
    local_day,
    months_within,
    previous_month,
    previous_week,
    quarters_within,
    week_key,
    weeks_touching,
)
from domain.periods.words import read_period, take_period

__all__ = [
    "Period",
    "iso_week",
    "local_day",
    "months_within",
    "previous_month",
    "previous_week",
    "quarters_within",
    "read_period",
    "take_period",
    "week_key",
    "weeks_touching",
]
