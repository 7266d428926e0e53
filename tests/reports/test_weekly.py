"""Closed weeks are told from the ledger, frozen, made final, and restated when history changes."""

import json

import pytest

from domain.events import Reopened
from domain.figures import to_json
from domain.kinds import Cause
from domain.ledger import canonical
from domain.roles import Scope, ScopeKind
from reports.books import books_span
from reports.calendar import SUMMARY_AT, told_at
from reports.chronicle import chronicle
from reports.weekly import Closing, closed_week, this_week_so_far
from storage.database import Database
from storage.groups import Group
from storage.snapshots import Snapshot
from storage.work import Work
from tests.domain.figures.telling import day, leader, resident, resolved
from tests.reports.kept import a_group, add, keep
from tests.reports.told import ZONE, full_group, reckoned, settled, told, week_of

FIRST, SECOND, THIRD = week_of(0), week_of(7), week_of(14)
MONDAYS = (7.375, 14.375, 21.375, 28.375)


async def close(work: Work, group: Group, monday: float, code: str = "en") -> str:
    """Close the week before a Monday morning."""
    telling, week = told(code, monday), week_of(monday - 7)
    found = await chronicle(work, scope_of(group), books_span(week, telling), telling)
    return await closed_week(work, group, Closing(week, found.stories), telling)


async def frozen(work: Work, group: Group, monday: float) -> tuple[Snapshot, ...]:
    week = week_of(monday - 7)
    return await work.snapshots.of_period(scope_of(group), week.start, week.end)


def scope_of(group: Group) -> Scope:
    return Scope(ScopeKind.GROUP, group.id)


def test_mondays_are_when_summaries_are_told() -> None:
    assert told_at(FIRST, SUMMARY_AT, ZONE) == day(MONDAYS[0])


@pytest.mark.parametrize(("code", "title"), [("en", "Weekly summary"), ("zh", "一周小结")])
async def test_a_group_reads_its_week_from_the_ledger(
    database: Database, code: str, title: str
) -> None:
    async with database.begin() as work:
        group = await a_group(work)
        await keep(work, group, full_group())
        text = await close(work, group, MONDAYS[1], code)
        head = await work.ledger.head(scope_of(group))
    assert text.startswith(f"<b>{title} · 翠苑三区</b>")
    assert "路灯坏了" in text
    assert head is not None
    assert f"<code>{head[:16]}</code>" in text


async def test_a_week_is_provisional_on_monday_and_final_a_week_later(database: Database) -> None:
    async with database.begin() as work:
        group = await a_group(work)
        await keep(work, group, full_group())
        await close(work, group, MONDAYS[1])
        await close(work, group, MONDAYS[2])
        provisional, final = await frozen(work, group, MONDAYS[1])
    assert (provisional.as_of, final.as_of) == (day(MONDAYS[1]), day(MONDAYS[2]))
    assert (provisional.restates, final.restates) == (None, None)


async def test_a_final_week_is_not_frozen_again_while_nothing_changes(database: Database) -> None:
    async with database.begin() as work:
        group = await a_group(work)
        await keep(work, group, full_group())
        for monday in MONDAYS:
            await close(work, group, monday)
        assert len(await frozen(work, group, MONDAYS[0])) == 2


async def test_a_snapshot_keeps_the_figures_and_the_heads_they_came_from(
    database: Database,
) -> None:
    stories = full_group()
    async with database.begin() as work:
        group = await a_group(work)
        await keep(work, group, stories)
        before = await work.ledger.head(scope_of(group))
        await close(work, group, MONDAYS[1])
        (kept,) = await frozen(work, group, MONDAYS[1])
    figures = reckoned(*stories, period=SECOND, as_of=day(MONDAYS[1]))
    assert kept.figures == canonical(to_json(figures))
    assert json.loads(kept.heads) == {f"group:{group.id}": before}


async def test_a_case_reopened_after_the_print_is_a_restatement(database: Database) -> None:
    async with database.begin() as work:
        group = await a_group(work)
        (number,) = await keep(work, group, [settled(1, 0, takes=6)])
        first = await close(work, group, MONDAYS[1])
        reopened = Reopened(Cause.NOT_SOLVED, day(18))
        await add(work, group, number, resident(15, reopened, who=1001))
        second = await close(work, group, MONDAYS[2])
        provisional, restated = await frozen(work, group, MONDAYS[1])
    assert "1 of 1 settled in time" in first
    assert "<b>Changed since printed · 2026-W11</b>\ncases settled in time: 1 → 0" in second
    assert restated.restates == provisional.id


async def test_a_change_after_the_final_print_restates_the_final(database: Database) -> None:
    async with database.begin() as work:
        group = await a_group(work)
        (number,) = await keep(work, group, [settled(1, 0, takes=6)])
        await close(work, group, MONDAYS[1])
        await close(work, group, MONDAYS[2])
        await add(work, group, number, leader(22, Reopened(Cause.SUPERVISOR, day(25))))
        text = await close(work, group, MONDAYS[3])
        *_, final, restated = await frozen(work, group, MONDAYS[1])
    assert "Changed since printed · 2026-W11" in text
    assert restated.restates == final.id
    assert restated.as_of == day(MONDAYS[3])


async def test_a_young_group_is_told_when_its_first_case_comes_due(database: Database) -> None:
    async with database.begin() as work:
        group = await a_group(work)
        await keep(work, group, [settled(1, 3), settled(2, 5, takes=1)])
        young = await close(work, group, MONDAYS[0])
        grown = await close(work, group, MONDAYS[1])
    assert "First figures on Thu 12 Mar" in young
    assert "First figures" not in grown


async def test_the_running_week_is_told_without_freezing_it(database: Database) -> None:
    async with database.begin() as work:
        group = await a_group(work)
        await keep(work, group, [settled(1, 7.5)])
        text = await this_week_so_far(work, group, told("en", 8))
        assert await frozen(work, group, 14) == ()
    assert text.startswith("<b>This week so far · 翠苑三区</b>\nWeek 11 of 2026")
    assert "+ opened: 1\n= open at the end: 1" in text


async def test_a_later_resolution_does_not_change_a_closed_weeks_misses(
    database: Database,
) -> None:
    async with database.begin() as work:
        group = await a_group(work)
        (number,) = await keep(work, group, full_group()[-2:-1])
        await close(work, group, MONDAYS[1])
        await add(work, group, number, resolved(15))
        text = await close(work, group, MONDAYS[2])
    assert "Changed" not in text
