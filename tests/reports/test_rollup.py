"""A roll-up tells an area's week to those above it, within what one message holds."""

import json
from dataclasses import replace

import pytest

from domain.roles import Scope, ScopeKind
from domain.text import utf16_length
from reports.blocks import LIMIT
from reports.books import books_span
from reports.chronicle import chronicle
from reports.rollup import Rollup, closed_rollup, rollup_text
from reports.side_by_side import Part
from storage.affairs import add_area, place_group
from storage.database import Database
from storage.evolving import By
from storage.work import Work
from tests.domain.figures.telling import day
from tests.reports.kept import a_group, keep
from tests.reports.told import full_group, reckoned, settled, told, week_of

NOW = 14.4


def rollup(parts: int = 1) -> Rollup:
    figures = reckoned(*full_group(), period=week_of(7), as_of=day(NOW))
    before = reckoned(*full_group(), period=week_of(0), as_of=day(NOW))
    each = tuple(Part(f"第{n}社区{'长' * 90}", figures, overdue=n) for n in range(1, parts + 1))
    return Rollup("古荡街道", figures, before, each, day(21.4), "3fa9c07d51e2b884" * 4)


async def closed(work: Work, scope: Scope) -> Rollup:
    """Close the week before the Monday."""
    telling, week = told("en", NOW), week_of(7)
    found = await chronicle(work, scope, books_span(week, telling), telling)
    return await closed_rollup(work, scope, found, week, telling)


def test_a_roll_up_reads_from_the_whole_to_its_parts() -> None:
    text = rollup_text(told("zh", NOW), rollup())
    assert [block.split("\n")[0] for block in text.split("\n\n")] == [
        "<b>每周汇总 · 古荡街道</b>",
        "<b>事项</b>",
        "<b>时效性 85.7%</b> · 14 件中 12 件按时办结",
        "<b>满意度 80.0%</b> · 10 份评价中 8 份满意",
        "<b>巡查发现</b>",
        f"<b>第1社区{'长' * 27}…</b>",
        "<i>暂定数，3月23日周一定稿。</i>",
    ]
    assert "未办结 1 件，其中逾期 1 件" in text


@pytest.mark.parametrize("code", ["en", "zh"])
@pytest.mark.parametrize("parts", [22, 200])
def test_a_roll_up_of_many_parts_fits_one_message(code: str, parts: int) -> None:
    text = rollup_text(told(code, NOW), rollup(parts))
    shown = text.count("社区")
    assert utf16_length(text) <= LIMIT
    assert shown >= 12
    left_out = {"en": f"and {parts - shown} more", "zh": f"还有 {parts - shown} 个"}[code]
    assert (left_out in text) == (shown < parts)
    assert "3fa9c07d51e2b884" in text


async def test_an_areas_week_is_closed_with_the_heads_of_its_groups(database: Database) -> None:
    by = By(day(-1))
    async with database.begin() as work:
        community = await add_area(work, ScopeKind.COMMUNITY, "翠苑社区", by)
        group = await a_group(work)
        await place_group(work, group, community.id, by, accepted=True)
        await keep(work, group, full_group())
        scope = Scope(ScopeKind.COMMUNITY, community.id)
        told_so = await closed(work, scope)
        (kept,) = await work.snapshots.of_period(scope, day(7), day(14))
    assert [part.name for part in told_so.parts] == ["翠苑三区"]
    assert told_so.figures.residents.timeliness.hits == 12
    assert set(_chains(kept.heads)) == {"group:1", f"community:{community.id}"}


async def test_an_area_without_groups_has_a_quiet_roll_up(database: Database) -> None:
    async with database.begin() as work:
        community = await add_area(work, ScopeKind.COMMUNITY, "翠苑社区", By(day(-1)))
        scope = Scope(ScopeKind.COMMUNITY, community.id)
        told_so = await closed(work, scope)
    assert "no cases due" in rollup_text(told("en", NOW), told_so)


def test_few_ratings_of_one_part_stay_hidden_beside_the_whole() -> None:
    few = reckoned(settled(1, 1, 5), period=week_of(7), as_of=day(NOW))
    whole = rollup()
    lone = replace(whole, parts=(Part("一区", few, 0), Part("二区", whole.figures, 0)))
    text = rollup_text(told("en", NOW), lone)
    assert "<b>一区</b>\ntimeliness: 1 of 1\nsatisfaction: shown from five ratings on" in text
    assert "satisfaction: not shown, so that nobody's rating can be worked out" in text
    assert "satisfaction: 8" not in text


def _chains(heads: str) -> list[str]:
    return list(json.loads(heads))
