"""The chart, by way of Telegram: after ten cases it follows the figures, and Monday's summary."""

from datetime import timedelta

import pytest

from sandbox import Chat, Message
from sandbox.world.messages import Photo
from storage.database import Database
from tests.bot.test_due_whole_way import monday_after
from tests.scene import Gridward, gridward_running

PATIENCE = 30.0  # real seconds; the first picture starts a process


def pictures(scene: Gridward, chat: Chat | None = None) -> list[Message]:
    return [each for each in scene.spoken(chat) if isinstance(each.body.media, Photo)]


async def everything_said(scene: Gridward) -> None:
    """Wait for the answer to one more question, which comes behind all that was to be said."""
    before = len(scene.spoken())
    scene.sandbox.say(scene.chen, scene.group, "/summary")
    await scene.sandbox.until(
        lambda: any("本周至今" in each.text for each in scene.spoken()[before:]), PATIENCE
    )


async def report(scene: Gridward, cases: int) -> None:
    """Let a resident open so many cases, and an hour pass."""
    for number in range(1, cases + 1):
        scene.sandbox.say(scene.mei, scene.group, f"#问题 {number}号楼的灯坏了")
        await scene.found(f"№{number} 问题")
    scene.sandbox.clock.advance(timedelta(hours=1))


async def test_figures_are_followed_by_their_chart(database: Database) -> None:
    async with gridward_running(database) as scene:
        await report(scene, 10)
        scene.sandbox.say(scene.chen, scene.group, "/stats")
        figures = await scene.found("翠苑三区", "时效性")
        await scene.sandbox.until(lambda: pictures(scene), PATIENCE)
        (chart,) = pictures(scene)
        assert chart.id == figures.id + 1
        assert chart.text.startswith("翠苑三区 · ")
        assert "每周新增与办结的件数、办理用时和居民满意度" in chart.text
        assert (chart.silent, chart.buttons) == (True, ())
        await scene.tap(scene.mei, figures, "上月")
        await scene.sandbox.until(lambda: scene.sandbox.current(figures) != figures)
        await everything_said(scene)
    assert len(pictures(scene)) == 1


async def test_figures_asked_again_within_the_hour_bring_no_second_chart(
    database: Database,
) -> None:
    async with gridward_running(database) as scene:
        await report(scene, 10)
        for asked, charts in (("/stats", 1), ("/stats 上月", 1), ("/stats", 2)):
            if charts == 2:
                scene.sandbox.clock.advance(timedelta(hours=1))
            scene.sandbox.say(scene.chen, scene.group, asked)
            await everything_said(scene)
            assert len(pictures(scene)) == charts


async def test_a_few_cases_have_no_chart(database: Database) -> None:
    async with gridward_running(database) as scene:
        await report(scene, 9)
        scene.sandbox.say(scene.chen, scene.group, "/stats")
        await scene.found("翠苑三区", "时效性")
        scene.sandbox.say(scene.chen, scene.group, "/summary")
        await scene.found("本周至今")
    assert pictures(scene) == []


async def test_mondays_summary_is_followed_by_a_chart_that_grows_from_a_placeholder(
    database: Database,
) -> None:
    async with gridward_running(database) as scene:
        await report(scene, 10)
        scene.sandbox.clock.set(monday_after(scene.sandbox.clock.now()))
        summary = await scene.found("一周小结 · 翠苑三区", "台账")
        await scene.sandbox.until(lambda: pictures(scene), PATIENCE)
    (chart,) = pictures(scene)
    assert chart.id > summary.id
    sent = {each.id: each.text for each in scene.sandbox.record.sent}
    assert (sent[summary.id], sent[chart.id]) == ("一周小结正在整理……", "图表正在绘制……")
    silent = {each.id: each.silent for each in scene.sandbox.record.sent}
    assert (silent[summary.id], silent[chart.id]) == (False, True)


@pytest.mark.parametrize("asked", ["/stats", "/stats 上月"])
async def test_who_leads_a_group_gets_its_chart_in_private_too(
    database: Database, asked: str
) -> None:
    async with gridward_running(database) as scene:
        await report(scene, 10)
        private = scene.sandbox.private(scene.li, scene.me)
        scene.sandbox.say(scene.li, private, asked)
        await scene.found("翠苑三区", chat=private)
        await scene.sandbox.until(lambda: pictures(scene, private), PATIENCE)
    assert len(pictures(scene, private)) == 1
    assert pictures(scene) == []
