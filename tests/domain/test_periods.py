"""Periods: what the words name, in the zone's own calendar."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.periods import (
    Period,
    iso_week,
    local_day,
    previous_month,
    previous_week,
    read_period,
    take_period,
    week_key,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
BERLIN = ZoneInfo("Europe/Berlin")
# Thursday 2026-11-05, 04:00 in Shanghai, still Wednesday in UTC.
NOW = datetime(2026, 11, 4, 20, tzinfo=UTC)

ZONES = st.sampled_from(
    [
        ZoneInfo(name)
        for name in (
            "Asia/Shanghai",
            "Europe/Berlin",
            "America/New_York",
            "America/Havana",
            "Asia/Beirut",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "Asia/Kathmandu",
            "America/Sao_Paulo",
            "UTC",
        )
    ]
)
MOMENTS = st.datetimes(datetime(2005, 1, 1), datetime(2035, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis wants naive bounds


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("本周", "2026-11-02", "2026-11-08"),
        ("上周", "2026-10-26", "2026-11-01"),
        ("本月", "2026-11-01", "2026-11-30"),
        ("上月", "2026-10-01", "2026-10-31"),
        ("上个月", "2026-10-01", "2026-10-31"),
        ("本季", "2026-10-01", "2026-12-31"),
        ("上季", "2026-07-01", "2026-09-30"),
        ("上季度", "2026-07-01", "2026-09-30"),
        ("今年", "2026-01-01", "2026-12-31"),
        ("去年", "2025-01-01", "2025-12-31"),
        ("今天", "2026-11-05", "2026-11-05"),
        ("昨天", "2026-11-04", "2026-11-04"),
        ("today", "2026-11-05", "2026-11-05"),
        ("Yesterday", "2026-11-04", "2026-11-04"),
        ("week", "2026-11-02", "2026-11-08"),
        ("this week", "2026-11-02", "2026-11-08"),
        ("last week", "2026-10-26", "2026-11-01"),
        ("last-week", "2026-10-26", "2026-11-01"),
        ("LAST_WEEK", "2026-10-26", "2026-11-01"),
        ("month", "2026-11-01", "2026-11-30"),
        ("quarter", "2026-10-01", "2026-12-31"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("7d", "2026-10-30", "2026-11-05"),
        ("７ｄ", "2026-10-30", "2026-11-05"),
        ("1d", "2026-11-05", "2026-11-05"),
        ("近30天", "2026-10-07", "2026-11-05"),
        ("2026-10", "2026-10-01", "2026-10-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-W45", "2026-11-02", "2026-11-08"),
        ("2026-w45", "2026-11-02", "2026-11-08"),
        ("2026-W53", "2026-12-28", "2027-01-03"),
        ("2026-Q3", "2026-07-01", "2026-09-30"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-10-01", "2026-10-01", "2026-10-01"),
        ("2026-10-01..2026-10-15", "2026-10-01", "2026-10-15"),
        ("2026-10-01 至 2026-10-15", "2026-10-01", "2026-10-15"),
        ("2026-09..2026-10", "2026-09-01", "2026-10-31"),
        ("2026-W01..2026-W02", "2025-12-29", "2026-01-11"),
    ],
)
def test_words_name_a_period_with_its_last_day_inside(words: str, first: str, last: str) -> None:
    period = read_period(words, NOW, SHANGHAI)
    assert period is not None
    assert period.start.astimezone(SHANGHAI).isoformat() == f"{first}T00:00:00+08:00"
    after = date.fromisoformat(last) + timedelta(days=1)
    assert period.end.astimezone(SHANGHAI).isoformat() == f"{after}T00:00:00+08:00"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "月",
        "天",
        "阳光社区",
        "2026-13",
        "2026-W54",
        "2025-W53",
        "2026-00",
        "2026-02-30",
        "0d",
        "99999d",
        "9999-12-31..2026-01-01",
        "2026-10-15..2026-10-01",
        "12",
        "last",
        "week end",
    ],
)
def test_other_words_name_no_period(words: str) -> None:
    assert read_period(words, NOW, SHANGHAI) is None


def test_arguments_give_their_period_and_the_rest() -> None:
    period, rest = take_period("last week 阳光社区 一组", NOW, SHANGHAI)
    assert period is not None
    assert period.label == "2026-W44"
    assert rest == "阳光社区 一组"
    assert take_period("阳光社区 本周", NOW, SHANGHAI) == (None, "阳光社区 本周")
    assert take_period("", NOW, SHANGHAI) == (None, "")


def test_a_day_has_as_many_hours_as_the_clocks_give_it() -> None:
    for moment, hours in (("2026-03-29", 23), ("2026-10-25", 25), ("2026-10-26", 24)):
        noon = datetime.fromisoformat(f"{moment}T12:00:00+01:00")
        day = local_day(noon, BERLIN)
        assert day.end - day.start == timedelta(hours=hours)


def test_the_doubled_hour_of_berlin_lies_in_one_week() -> None:
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    second = first + timedelta(hours=1)
    assert first.astimezone(BERLIN).hour == second.astimezone(BERLIN).hour == 2
    assert week_key(first, BERLIN) == week_key(second, BERLIN) == "2026-W43"


def test_a_midnight_that_clocks_skip_is_the_moment_they_skip_it() -> None:
    havana = ZoneInfo("America/Havana")
    day = local_day(datetime(2026, 3, 8, 17, tzinfo=UTC), havana)
    assert day.start == datetime(2026, 3, 8, 5, tzinfo=UTC)
    assert day.end - day.start == timedelta(hours=23)


def test_a_week_begins_on_monday_by_the_zone_s_clocks() -> None:
    assert iso_week(NOW, SHANGHAI) == Period(
        datetime(2026, 11, 1, 16, tzinfo=UTC), datetime(2026, 11, 8, 16, tzinfo=UTC), "2026-W45"
    )


@given(MOMENTS, ZONES)
def test_weeks_follow_one_another_without_gap(moment: datetime, zone: ZoneInfo) -> None:
    week, before = iso_week(moment, zone), previous_week(moment, zone)
    assert week.start <= moment < week.end
    assert before.end == week.start
    assert week.label == week_key(moment, zone) != before.label


@given(
    MOMENTS,
    ZONES,
    st.sampled_from(["本周", "上月", "quarter", "last year", "7d", "昨天", "2026-W45"]),
)
def test_a_label_reads_back_as_its_period(moment: datetime, zone: ZoneInfo, words: str) -> None:
    period = read_period(words, moment, zone)
    assert period is not None
    assert read_period(period.label, moment, zone) == period


@given(st.text(), MOMENTS, ZONES)
def test_no_words_are_too_strange_to_be_read(words: str, now: datetime, zone: ZoneInfo) -> None:
    period = read_period(words, now, zone)
    assert period is None or period.start <= period.end


@given(MOMENTS, ZONES)
def test_the_month_before_ends_where_the_month_begins(moment: datetime, zone: ZoneInfo) -> None:
    before, this = previous_month(moment, zone), read_period("month", moment, zone)
    assert this is not None
    assert before.end == this.start
    assert before == read_period("last month", moment, zone)
