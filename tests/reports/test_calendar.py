"""Weeks are told once each, whatever the zone's clocks do."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.periods import iso_week
from reports.calendar import ROLLUP_AT, SUMMARY_AT, latest_told, told_at, week_after, week_before

ZONES = (
    "Asia/Shanghai",
    "Asia/Urumqi",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Asia/Beirut",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Europe/Berlin",
    "Europe/London",
    "Atlantic/Azores",
    "America/Sao_Paulo",
    "America/St_Johns",
    "America/New_York",
    "America/Los_Angeles",
    "America/Havana",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
)
FIVE_YEARS_FROM = datetime(2024, 1, 3, tzinfo=UTC)
FIVE_YEARS_TO = FIVE_YEARS_FROM + timedelta(days=5 * 365 + 2)


@pytest.mark.parametrize("name", ZONES)
def test_five_years_have_every_week_told_once(name: str) -> None:
    zone = ZoneInfo(name)
    week, told = iso_week(FIVE_YEARS_FROM, zone), list[str]()
    while told_at(week, SUMMARY_AT, zone) < FIVE_YEARS_TO:
        now = told_at(week, SUMMARY_AT, zone)
        told.append(latest_told(now, SUMMARY_AT, zone).label)
        week = week_after(week, zone)
    mondays = (date(2024, 1, 1) + timedelta(weeks=n) for n in range(len(told)))
    assert told == ["{}-W{:02}".format(*monday.isocalendar()) for monday in mondays]
    assert len(told) == 261


@pytest.mark.parametrize("name", ZONES)
def test_the_moment_is_monday_nine_by_the_local_clock(name: str) -> None:
    zone = ZoneInfo(name)
    week = iso_week(FIVE_YEARS_FROM, zone)
    for _ in range(261):
        moment = told_at(week, SUMMARY_AT, zone).astimezone(zone)
        assert (moment.isoweekday(), moment.time()) == (1, time(9))
        week = week_after(week, zone)


@pytest.mark.parametrize("name", ZONES)
def test_any_moment_of_five_years_has_one_latest_week(name: str) -> None:
    zone = ZoneInfo(name)
    for hours in range(0, 5 * 365 * 24, 37):
        now = FIVE_YEARS_FROM + timedelta(hours=hours)
        week = latest_told(now, SUMMARY_AT, zone)
        assert told_at(week, SUMMARY_AT, zone) <= now
        assert now < told_at(week_after(week, zone), SUMMARY_AT, zone)


def test_until_nine_on_monday_the_week_before_the_last_is_the_latest_told() -> None:
    zone = ZoneInfo("Asia/Shanghai")
    nine = datetime(2026, 11, 9, 1, tzinfo=UTC)
    assert latest_told(nine, SUMMARY_AT, zone).label == "2026-W45"
    assert latest_told(nine - timedelta(seconds=1), SUMMARY_AT, zone).label == "2026-W44"


def test_roll_ups_follow_the_groups_summaries() -> None:
    zone = ZoneInfo("Asia/Shanghai")
    week = iso_week(datetime(2026, 11, 4, tzinfo=UTC), zone)
    assert told_at(week, ROLLUP_AT, zone) == datetime(2026, 11, 9, 1, 30, tzinfo=UTC)
    assert told_at(week, SUMMARY_AT, zone) < told_at(week, ROLLUP_AT, zone)


def test_a_week_lies_between_the_one_before_and_the_one_after() -> None:
    zone = ZoneInfo("Europe/Berlin")
    week = iso_week(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), zone)
    assert week_before(week, zone).end == week.start
    assert week_after(week, zone).start == week.end
    assert week_before(week_after(week, zone), zone) == week
