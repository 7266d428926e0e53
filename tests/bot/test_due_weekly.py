"""The weekly summary comes once for every ISO week, whatever happens meanwhile."""

import asyncio
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from commands.spoken_language import choose_language
from domain.delivery import Post, Purpose, Urgency
from domain.events import Story
from domain.roles import Role, Scope, ScopeKind
from reports.calendar import SUMMARY_AT, latest_told
from reports.chart.chart import read_chart
from reports.schedule import ROLLUP, ROLLUPS, WEEKLY_SUMMARY, schedule_weekly
from storage.affairs import add_area, add_group, change_setting, grant, place_group
from storage.database import Database
from storage.due import Due
from storage.evolving import By
from storage.groups import Group
from storage.inbox import Arrival, Batch
from tests.bot.calendar_scene import DEPLOYMENT, Process, done, queued
from tests.domain.figures.telling import day
from tests.reports.kept import CHAT, a_group, keep
from tests.reports.told import full_group, settled

MONDAY = day(7.375)
WEEK = timedelta(weeks=1)


FEW = full_group()[:9]


async def founded(database: Database, zone: str | None = None, stories: list[Story] = FEW) -> Group:
    """Found a group on the first Monday, with too few cases for a chart, unless told otherwise."""
    async with database.begin() as work:
        group = await a_group(work)
        if zone is not None:
            scope = Scope(ScopeKind.GROUP, group.id)
            await change_setting(work, scope, "timezone", zone, By(day(-1)))
        await keep(work, group, stories)
    return group


def summary_due(label: str, at: datetime) -> Due:
    return Due(WEEKLY_SUMMARY, f"1:{label}", at)


async def test_a_group_is_told_its_week_in_a_message_that_never_stands_twice(
    database: Database,
) -> None:
    group = await founded(database)
    (post,) = await done(database, summary_due("2026-W11", day(14.375)))
    assert isinstance(post, Post)
    assert post.html.startswith("<b>Weekly summary · 翠苑三区</b>\nWeek 11 of 2026")
    assert (post.chat, post.dedupe) == (CHAT, f"summary:{group.id}:2026-W11")
    assert (post.purpose, post.urgency) == (Purpose.SUMMARY, Urgency.BULK)
    assert post.placeholder


async def test_a_summary_of_ten_cases_or_more_is_followed_by_its_chart(database: Database) -> None:
    await founded(database, stories=full_group())
    summary, chart = await done(database, summary_due("2026-W11", day(14.375)))
    assert isinstance(summary, Post)
    assert isinstance(chart, Post)
    assert (summary.picture, chart.dedupe) == (None, f"{summary.dedupe}:chart")
    assert (chart.chat, chart.thread) == (summary.chat, summary.thread)
    assert (chart.purpose, chart.urgency, chart.silent) == (Purpose.SUMMARY, Urgency.BULK, True)
    assert chart.html.startswith("<b>翠苑三区</b> · 22 Dec 2025 – 15 Mar 2026\nThe picture shows")
    assert chart.picture is not None
    drawn = read_chart(chart.picture.chart)
    assert [bars.opened for bars in drawn.weeks.bars] == [0] * 10 + [15, 0]
    assert chart.picture.instead.startswith("The chart of 翠苑三区 cannot be shown")


async def test_a_quiet_week_has_a_summary_and_no_chart(database: Database) -> None:
    settled_early = [settled(number, number / 10, takes=1) for number in range(1, 13)]
    await founded(database, stories=settled_early)
    (post,) = await done(database, summary_due("2026-W14", day(35.375)))
    assert isinstance(post, Post)
    assert "A quiet week" in post.html


async def test_a_year_of_mondays_brings_every_summary_once(database: Database) -> None:
    await founded(database, "Europe/Berlin")
    process = Process(database)
    for days in range(1, 366):
        await process.at(day(days + 0.4))
    last = latest_told(day(365.4), SUMMARY_AT, ZoneInfo("Europe/Berlin"))
    assert await queued(database) == (last.start + WEEK / 2 - day(0)) // WEEK + 1 == 52


async def test_two_processes_tell_it_once(database: Database) -> None:
    await founded(database)
    one, other = Process(database), Process(database)
    await one.at(day(1))
    await asyncio.gather(one.at(MONDAY), other.at(MONDAY))
    assert await queued(database) == 1
    assert one.committed + other.committed == 1


async def test_a_restart_over_the_hour_neither_doubles_nor_misses(database: Database) -> None:
    await founded(database)
    await Process(database).at(MONDAY - timedelta(seconds=1))
    assert await queued(database) == 0
    for _ in range(3):
        await Process(database).at(MONDAY)
    assert await queued(database) == 1


async def test_after_an_outage_only_the_last_week_is_told_and_the_missed_are_named(
    database: Database,
) -> None:
    await founded(database)
    (post,) = await done(database, summary_due("2026-W10", day(31)))
    assert isinstance(post, Post)
    assert "Week 13 of 2026" in post.html
    assert "told no summary of 2026-W10, 2026-W11 and 2026-W12." in post.html


async def test_after_an_outage_the_calendar_goes_on_where_it_should(database: Database) -> None:
    await founded(database)
    await Process(database).at(day(1))
    process = Process(database)
    await process.at(day(31))
    assert await queued(database) == 1
    await process.at(day(35.375))
    assert await queued(database) == 2


async def test_a_week_told_late_before_nine_does_not_cost_the_next_one(
    database: Database,
) -> None:
    await founded(database)
    await Process(database).at(day(1))
    process = Process(database)
    early = day(21.3)
    await process.at(early)
    assert await queued(database) == 1
    await process.at(day(21.375))
    assert await queued(database) == 2


async def test_the_week_is_not_closed_while_updates_of_it_are_unhandled(
    database: Database,
) -> None:
    await founded(database)
    process = Process(database)
    await process.at(day(1))
    async with database.begin() as work:
        arrivals = [Arrival(1, CHAT, "{}")]
        await work.inbox.put(Batch(77, MONDAY, MONDAY, arrivals))
    assert await process.at(MONDAY) == 0
    async with database.begin() as work:
        (waiting,) = await work.inbox.waiting()
        await work.inbox.finish(waiting.seq)
    assert await process.at(MONDAY) == 1


async def test_nothing_is_done_before_telegram_was_heard(database: Database) -> None:
    await founded(database)
    assert await Process(database).ticks.catch_up() == 0


async def test_a_group_that_moved_west_waits_for_its_own_monday(database: Database) -> None:
    group = await founded(database, "Asia/Shanghai")
    async with database.begin() as work:
        await schedule_weekly(work, group, day(1), ZoneInfo("Asia/Shanghai"))
        scope = Scope(ScopeKind.GROUP, group.id)
        await change_setting(work, scope, "timezone", "America/New_York", By(day(2)))
    process = Process(database)
    await process.at(datetime(2026, 3, 9, 1, tzinfo=UTC))
    assert await queued(database) == 0
    await process.at(datetime(2026, 3, 9, 13, tzinfo=UTC))
    assert await queued(database) == 1


async def test_a_paused_group_is_told_nothing_but_stays_in_the_calendar(
    database: Database,
) -> None:
    await founded(database)
    async with database.begin() as work:
        await work.groups.pause(CHAT, "kicked")
    process = Process(database)
    await process.at(day(1))
    await process.at(MONDAY)
    assert await queued(database) == 0
    async with database.begin() as work:
        await work.groups.resume(CHAT)
    await process.at(day(14.375))
    assert await queued(database) == 1


async def test_a_due_thing_that_fails_holds_up_nothing_and_is_tried_again(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    await founded(database)
    process = Process(database)
    await process.at(day(1))
    async with database.begin() as work:
        await work.due.schedule(WEEKLY_SUMMARY, "1:no-week", day(1))
    await process.at(MONDAY)
    assert await queued(database) == 1
    async with database.look() as work:
        assert await work.due.next_moment() == MONDAY + timedelta(minutes=5)
    assert "weekly_summary 1:no-week" in capsys.readouterr().out


async def test_areas_roll_up_to_their_heads_and_inspectors_in_private(database: Database) -> None:
    by = By(day(-1))
    group = await founded(database, stories=full_group())
    async with database.begin() as work:
        street = await add_area(work, ScopeKind.SUBDISTRICT, "古荡街道", by)
        kind = ScopeKind.COMMUNITY
        community = await add_area(work, kind, "翠苑社区", by, parent=street.id)
        await place_group(work, group, community.id, by, accepted=True)
        await grant(work, 301, Role.HEAD, Scope(kind, community.id), by)
        await grant(work, 302, Role.MEMBER, Scope(kind, community.id), by)
        await grant(work, 401, Role.INSPECTOR, Scope(ScopeKind.SUBDISTRICT, street.id), by)
        await choose_language(DEPLOYMENT.context(work, day(0)), 401, "zh")
    at = day(14) + timedelta(hours=9, minutes=30)
    assert await done(database, Due(ROLLUPS, "2026-W11", at)) == []
    head = await done(database, Due(ROLLUP, f"community:{community.id}:2026-W11", at))
    inspector = await done(database, Due(ROLLUP, f"subdistrict:{street.id}:2026-W11", at))
    posts = [post for post in (*head, *inspector) if isinstance(post, Post)]
    assert [post.chat for post in posts] == [301, 301, 401, 401]
    post, chart, in_chinese, chart_in_chinese = posts
    assert (chart.dedupe, chart.silent) == (f"{post.dedupe}:chart", True)
    assert chart.html.startswith("<b>翠苑社区</b> · 22 Dec")
    assert chart_in_chinese.html.startswith("<b>古荡街道</b> · 2025年12月22日至2026年")
    assert "Weekly roll-up" not in in_chinese.html
    assert "<b>Weekly roll-up · 翠苑社区</b>" in post.html
    assert "<b>翠苑三区</b>\ntimeliness: 85.7% (12 of 14), likely 60.1–96.0%" in post.html
    assert "still open: 1, overdue: 1" in post.html
    assert await done(database, Due(ROLLUP, f"community:{community.id}:2026-W11", at)) == []


async def test_a_program_started_early_on_monday_tells_that_mornings_summary(
    database: Database,
) -> None:
    await founded(database)
    process = Process(database)
    await process.at(MONDAY - timedelta(hours=1))
    assert await queued(database) == 0
    await process.at(MONDAY)
    assert await queued(database) == 1


async def test_no_week_before_a_group_joined_is_told(database: Database) -> None:
    await founded(database)
    async with database.begin() as work:
        late = await add_group(work, CHAT - 1, "翠苑四区", By(day(7.2)))
        await schedule_weekly(work, late, day(7.2), ZoneInfo("UTC"))
        assert await work.due.next_moment() == day(14.375)
