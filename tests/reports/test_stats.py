"""The figures of a group or area, from the ledger to the text."""

from datetime import timedelta

import pytest

from domain.events import Transferred
from domain.periods import read_period
from domain.roles import DEPLOYMENT, Scope, ScopeKind
from reports.period_title import is_whole, period_title
from reports.side_by_side import Part
from reports.stats import Sheet, stats, stats_text
from storage.affairs import add_area, place_group
from storage.database import Database
from storage.evolving import By
from tests.domain.figures.telling import accepted, case, day, leader
from tests.reports.kept import a_group, add, keep
from tests.reports.told import ZONE, full_group, reckoned, settled, told, week_of

NOW = 14.375


def test_a_sheet_says_whose_what_when_and_by_which_definition() -> None:
    figures = reckoned(*full_group(), period=week_of(7), as_of=day(NOW))
    text = stats_text(told("en", NOW), Sheet("翠苑三区", figures))
    assert text.startswith("<b>翠苑三区</b>\nWeek 11 of 2026 · Mon 9 Mar – Sun 15 Mar\n\n<b>Time")
    assert text.endswith("<i>As of Mon 16 Mar, 09:00 · definition v1</i>")


def test_satisfaction_is_told_for_whole_periods_only() -> None:
    days = read_period("2026-03-09..2026-03-15", day(NOW), ZONE)
    assert days is not None
    figures = reckoned(*full_group(), period=days, as_of=day(NOW))
    sheet = Sheet("翠苑社区", figures, (Part("翠苑三区", figures),))
    text = stats_text(told("en", NOW), sheet)
    assert "so that nobody's rating can be worked out" in text
    assert "satisfied" not in text
    assert "satisfaction:" not in text


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("2026-W05", "Week 5 of 2026 · Mon 26 Jan – Sun 1 Feb"),
        ("2026-11", "November 2026"),
        ("2026-Q3", "Quarter 3 of 2026"),
        ("2025", "Year 2025"),
    ],
)
def test_whole_periods_have_names(asked: str, title: str) -> None:
    period = read_period(asked, day(0), ZONE)
    assert period is not None
    assert is_whole(period)
    assert period_title(told("en", 0).say, period, ZONE) == title


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("2026-10-01..2026-10-15", "2026-10-01 to 2026-10-15"),
        ("2026-10-01", "2026-10-01"),
        ("3d", "2026-02-28 to 2026-03-02"),
    ],
)
def test_other_periods_are_named_from_day_to_day(asked: str, title: str) -> None:
    period = read_period(asked, day(0), ZONE)
    assert period is not None
    assert not is_whole(period)
    assert period_title(told("en", 0).say, period, ZONE) == title


def test_parts_stand_in_their_own_order_with_their_intervals() -> None:
    figures = reckoned(*full_group(), period=week_of(7), as_of=day(NOW))
    empty = reckoned(period=week_of(7), as_of=day(NOW))
    sheet = Sheet("翠苑社区", figures, (Part("三区", empty), Part("一区", figures)))
    assert EXPECTED_PARTS in stats_text(told("en", NOW), sheet)


EXPECTED_PARTS = """
<b>三区</b>
timeliness: no cases due
satisfaction: shown from five ratings on

<b>一区</b>
timeliness: 85.7% (12 of 14), likely 60.1–96.0%
satisfaction: 80.0% (8 of 10), likely 49.0–94.3%

"""


def test_a_part_that_could_be_worked_out_from_the_whole_is_hidden_too() -> None:
    many = reckoned(
        *(settled(n, 0.5 + n / 10, 5) for n in range(1, 8)), period=week_of(7), as_of=day(NOW)
    )
    few = reckoned(settled(9, 1, 2), settled(10, 1, 5), period=week_of(7), as_of=day(NOW))
    sheet = Sheet("翠苑社区", many, (Part("一区", many), Part("二区", few)))
    text = stats_text(told("en", NOW), sheet)
    assert text.count("satisfaction: shown from five") == 1
    assert text.count("satisfaction: not shown, so that nobody's rating can be worked out") == 1


@pytest.mark.parametrize("asked", ["2026-03", "2026-Q1"])
async def test_a_month_that_its_weeks_would_bare_is_withheld_in_words_too(
    database: Database, asked: str
) -> None:
    # Twelve windows end in one week, and a single one on the 31st.
    march = [*(settled(n, 1 + n / 10, 5, takes=1) for n in range(1, 13)), settled(15, 21, 2, 1)]
    by, month = By(day(-1)), read_period(asked, day(0), ZONE)
    assert month is not None
    async with database.begin() as work:
        community = await add_area(work, ScopeKind.COMMUNITY, "翠苑社区", by)
        group = await a_group(work)
        await place_group(work, group, community.id, by, accepted=True)
        await keep(work, group, march)
        scope = Scope(ScopeKind.COMMUNITY, community.id)
        text = await stats(work, scope, month, told("en", 60))
        week = await stats(work, scope, week_of(7), told("en", 60))
    reason = "not shown, so that nobody's rating can be worked out"
    assert f"<b>Satisfaction</b> · {reason}" in text
    assert f"\nsatisfaction: {reason}" in text
    assert "12 of 12 satisfied" in week


async def test_a_groups_figures_come_from_its_own_cases(database: Database) -> None:
    async with database.begin() as work:
        group = await a_group(work)
        await keep(work, group, full_group())
    async with database.look() as work:
        scope = Scope(ScopeKind.GROUP, group.id)
        text = await stats(work, scope, week_of(7), told("en", NOW))
    assert "12 of 14 settled in time" in text
    assert "8 of 10 satisfied" in text


async def test_a_communitys_figures_hold_its_accepted_groups_only(database: Database) -> None:
    by = By(day(-1))
    async with database.begin() as work:
        group = await a_group(work)
        asking = await a_group(work, "翠苑四区", -1002)
        community = await add_area(work, ScopeKind.COMMUNITY, "翠苑社区", by)
        await place_group(work, group, community.id, by, accepted=True)
        await place_group(work, asking, community.id, by)
        await keep(work, group, full_group())
    async with database.look() as work:
        scope = Scope(ScopeKind.COMMUNITY, community.id)
        text = await stats(work, scope, week_of(7), told("en", NOW))
        everything = await stats(work, DEPLOYMENT, week_of(7), told("en", NOW))
    assert text.startswith("<b>翠苑社区</b>")
    assert "<b>翠苑三区</b>\ntimeliness: 85.7%" in text
    assert "翠苑四区" not in text
    assert "<b>翠苑四区</b>\ntimeliness: no cases due" in everything


async def test_a_sub_district_is_told_by_communities(database: Database) -> None:
    by = By(day(-1))
    async with database.begin() as work:
        street = await add_area(work, ScopeKind.SUBDISTRICT, "古荡街道", by)
        for name in ("翠苑社区", "嘉绿社区"):
            await add_area(work, ScopeKind.COMMUNITY, name, by, parent=street.id)
    async with database.look() as work:
        scope = Scope(ScopeKind.SUBDISTRICT, street.id)
        text = await stats(work, scope, week_of(7), told("zh", NOW))
    assert text.index("<b>翠苑社区</b>") < text.index("<b>嘉绿社区</b>")


async def test_a_scope_that_does_not_exist_has_no_figures(database: Database) -> None:
    async with database.look() as work:
        for kind in (ScopeKind.GROUP, ScopeKind.COMMUNITY, ScopeKind.SUBDISTRICT):
            with pytest.raises(LookupError):
                await stats(work, Scope(kind, 99), week_of(7), told("en", NOW))


async def test_figures_are_as_of_now_and_know_nothing_later(database: Database) -> None:
    async with database.begin() as work:
        group = await a_group(work)
        await keep(work, group, full_group())
    early = told("en", 3)
    async with database.look() as work:
        scope = Scope(ScopeKind.GROUP, group.id)
        text = await stats(work, scope, week_of(0), early)
    assert "no cases due" in text
    assert early.say.moment(day(0) + timedelta(days=3), ZONE) in text


async def test_a_case_that_moved_within_a_part_counts_in_it_once(database: Database) -> None:
    by = By(day(-1))
    async with database.begin() as work:
        street = await add_area(work, ScopeKind.SUBDISTRICT, "古荡街道", by)
        village = await add_area(work, ScopeKind.COMMUNITY, "翠苑社区", by, parent=street.id)
        old, new = await a_group(work), await a_group(work, "翠苑四区", -1002)
        for group in (old, new):
            await place_group(work, group, village.id, by, accepted=True)
        (number,) = await keep(work, old, [case(1, 0.5, accepted(1))])
        await add(work, old, number, leader(2, Transferred(new.id)))
    async with database.look() as work:
        scope = Scope(ScopeKind.SUBDISTRICT, street.id)
        text = await stats(work, scope, week_of(7), told("en", NOW))
    assert "<b>翠苑社区</b>\ntimeliness: 0 of 1" in text
