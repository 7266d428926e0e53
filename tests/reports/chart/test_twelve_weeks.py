"""The figures behind a chart: of a scope that exists, and of all that counts in it."""

import pytest

from domain.figures import BallotRates
from domain.roles import Scope, ScopeKind
from storage.affairs import add_area, place_group
from storage.database import Database
from storage.evolving import By
from tests.domain.figures.telling import day
from tests.reports.chart.neighbourhood import NOW, lively, shown_of
from tests.reports.kept import a_group, keep
from tests.reports.told import settled, told, week_of

LAST = week_of(NOW - 7)


async def test_an_area_is_shown_with_all_its_groups(database: Database) -> None:
    by = By(day(-1))
    async with database.begin() as work:
        community = await add_area(work, ScopeKind.COMMUNITY, "翠苑社区", by)
        for chat in (-1001, -1002):
            group = await a_group(work, f"翠苑{chat}", chat)
            await place_group(work, group, community.id, by, accepted=True)
            await keep(work, group, lively(30, seed=chat))
        scope = Scope(ScopeKind.COMMUNITY, community.id)
        shown = await shown_of(work, scope, LAST, told("zh", NOW))
    assert shown is not None
    assert shown.name == "翠苑社区"
    assert shown.figures.residents.handling_time.n == 60
    assert sum(each.opened for each in shown.weeks) == 60


async def test_a_scope_that_does_not_exist_has_no_chart(database: Database) -> None:
    async with database.look() as work:
        with pytest.raises(LookupError):
            await shown_of(work, Scope(ScopeKind.GROUP, 99), LAST, told("en", NOW))


async def test_a_month_before_the_twelve_weeks_is_read_too(database: Database) -> None:
    before = [settled(number, -20 + number / 10, 5, takes=1) for number in range(1, 11)]
    async with database.begin() as work:
        group = await a_group(work)
        await keep(work, group, [*before, *lively(20, seed=2)])
        scope = Scope(ScopeKind.GROUP, group.id)
        shown = await shown_of(work, scope, LAST, told("en", NOW))
    assert shown is not None
    february = shown.months[0].first
    assert isinstance(february, BallotRates)
    assert (february.counts.k, february.counts.n) == (10, 10)


async def test_weeks_are_those_of_the_zones_own_calendar(database: Database) -> None:
    async with database.begin() as work:
        group = await a_group(work)
        await keep(work, group, lively())
        scope = Scope(ScopeKind.GROUP, group.id)
        shown = await shown_of(work, scope, LAST, told("en", NOW))
    assert shown is not None
    assert shown.weeks[0].week == week_of(0)
    assert shown.weeks[-1].week == LAST
    assert [each.period.label for each in shown.months] == ["2026-02", "2026-03", "2026-04"]
