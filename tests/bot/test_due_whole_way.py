"""Monday morning, by way of Telegram: the clock moves on, and the group reads its week."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from storage.database import Database
from tests.scene import Gridward, gridward_running

SHANGHAI = ZoneInfo("Asia/Shanghai")


def monday_after(now: datetime) -> datetime:
    """Return nine o'clock on the Monday after a moment."""
    local = now.astimezone(SHANGHAI)
    monday = local.date() + timedelta(days=7 - local.weekday())
    return datetime.combine(monday, time(9), SHANGHAI)


def summaries(scene: Gridward) -> list[str]:
    """Return the weekly summaries as they stand in the group."""
    return [m.text for m in scene.spoken() if "一周小结" in m.text]


async def test_the_summary_comes_on_monday_as_one_message_edited_into_place(
    database: Database,
) -> None:
    async with gridward_running(database) as scene:
        scene.sandbox.say(scene.mei, scene.group, "#问题 电梯坏了")
        await scene.found("№1 问题")
        scene.sandbox.clock.set(monday_after(scene.sandbox.clock.now()))
        told = await scene.found("一周小结 · 翠苑三区", "+ 新增 1\n= 期末未办结 1", "台账")
        assert told.text in summaries(scene)
        assert len(summaries(scene)) == 1


async def test_every_monday_brings_one_summary(database: Database) -> None:
    async with gridward_running(database) as scene:
        scene.sandbox.say(scene.mei, scene.group, "#问题 电梯坏了")
        await scene.found("№1 问题")
        for weeks in range(1, 4):
            scene.sandbox.clock.set(monday_after(scene.sandbox.clock.now()))
            await _until_told(scene, weeks)
        assert len(set(summaries(scene))) == 3


async def test_an_unanswered_case_is_called_after_a_day_and_overdue_after_seven(
    database: Database,
) -> None:
    async with gridward_running(database) as scene:
        scene.sandbox.say(scene.mei, scene.group, "#问题 电梯坏了")
        card = await scene.found("№1 问题")
        scene.sandbox.clock.advance(timedelta(hours=24, minutes=1))
        call = await scene.found("№1 已经24小时没有回应")
        assert call.reply_to == card.id
        scene.sandbox.clock.advance(timedelta(days=6))
        await scene.found("№1 已过期限")
        await scene.found("№1 问题", "已逾期")


async def _until_told(scene: Gridward, weeks: int) -> None:
    await scene.sandbox.until(lambda: _finished(scene) == weeks)


def _finished(scene: Gridward) -> int:
    return sum("台账" in text for text in summaries(scene))
