"""Updates in the inbox are handled chat by chat, and one that cannot be is set aside."""

from collections.abc import Sequence
from datetime import UTC, datetime

from bot.json_text import write_json
from storage.database import Database
from storage.inbox import Arrival, Batch
from tests.bot.intake import Intake

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)


def said(number: int, chat: int, text: str) -> Arrival:
    update = {
        "update_id": number,
        "message": {
            "message_id": number,
            "date": 1_793_610_000,
            "chat": {"id": chat, "type": "supergroup", "title": "翠苑三区"},
            "from": {"id": 7, "is_bot": False, "first_name": "Mei"},
            "text": text,
        },
    }
    return Arrival(number, chat, write_json(update))


async def keep(database: Database, arrivals: Sequence[Arrival]) -> None:
    async with database.begin() as work:
        await work.inbox.put(Batch(1, NOW, NOW, arrivals))


async def test_what_an_earlier_run_left_is_taken_up_first(
    intake: Intake, database: Database
) -> None:
    await keep(database, [said(1, -10, "#问题 left"), said(2, -10, "#问题 over")])
    async with intake.working():
        await intake.until("#问题 left", "#问题 over")


async def test_a_handled_update_loses_its_text(intake: Intake, database: Database) -> None:
    await keep(database, [said(1, -10, "#问题 private")])
    async with intake.working():
        await intake.until("#问题 private")
    async with database.look() as work:
        assert await work.inbox.waiting() == []
        assert await work.inbox.drained(NOW)
    async with database.begin() as work:
        await work.inbox.put(Batch(1, NOW, NOW, [said(1, -10, "#问题 again")]))
        assert await work.inbox.waiting() == []


async def test_one_that_breaks_is_set_aside_and_those_behind_go_on(
    intake: Intake, database: Database
) -> None:
    intake.broken = "#问题 2"
    await keep(database, [said(n, -10, f"#问题 {n}") for n in (1, 2, 3)])
    async with intake.working():
        await intake.until("#问题 1", "#问题 3")
    async with database.look() as work:
        (quarantined,) = await work.inbox.quarantined()
    assert (quarantined.chat, quarantined.reason) == (-10, "RuntimeError: this one is broken")


async def test_one_that_cannot_be_read_is_set_aside(intake: Intake, database: Database) -> None:
    broken = Arrival(1, -10, '{"update_id": 1, "message": {"text": "#问题", "chat": 5}}')
    await keep(database, [broken, said(2, -10, "#问题 2")])
    async with intake.working():
        await intake.until("#问题 2")
    async with database.look() as work:
        assert [each.seq for each in await work.inbox.quarantined()] == [1]


async def test_a_flood_in_one_chat_does_not_delay_another(
    intake: Intake, database: Database
) -> None:
    await keep(database, [said(n, -10, "#问题 flood") for n in range(1, 301)])
    await keep(database, [said(900, -20, "#问题 quiet")])
    async with intake.working():
        await intake.until_handled(301)
    assert intake.texts.index("#问题 quiet") < 50


async def test_what_is_not_in_hand_when_stopped_stays(intake: Intake, database: Database) -> None:
    await keep(database, [said(n, -10, f"#问题 {n}") for n in range(1, 301)])
    async with intake.working():
        await intake.until_handled(1)
    handled = len(intake.handled)
    async with database.look() as work:
        left = await work.inbox.waiting()
    assert handled + len(left) == 300
    assert left
