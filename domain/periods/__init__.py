"""Half-open stretches of time by the zone's calendar, and the words people name them with."""

from domain.periods.calendar import (
    Period,
    iso_week,
    local_day,
    previous_month,
    previous_week,
    week_key,
)
from domain.periods.words import read_period, take_period

__all__ = [
    "Period",
    "iso_week",
    "local_day",
    "previous_month",
    "previous_week",
    "read_period",
    "take_period",
    "week_key",
]
