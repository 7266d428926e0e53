"""What Telegram tells reaches the commands: once, in order, and after it is safe in the inbox."""

from datetime import timedelta

import pytest

from bot.bot_api import Address, BotApi
from bot.clock import Clock
from bot.failures import CannotRun
from bot.telegram_in.polling import Hall, Polling
from sandbox import Fault, FaultKind
from storage.database import Database
from tests.bot.intake import Intake
from tests.bot.stage import Stage


async def test_tagged_messages_are_handled_in_order(stage: Stage, intake: Intake) -> None:
    async with intake.polling():
        for n in range(20):
            stage.sandbox.say(stage.mei, stage.group, f"#问题 {n}")
        await intake.until(*(f"#问题 {n}" for n in range(20)))


async def test_chatter_leaves_only_who_is_who(
    stage: Stage, intake: Intake, database: Database
) -> None:
    async with intake.polling():
        stage.sandbox.say(stage.mei, stage.group, "good morning")
        stage.sandbox.say(stage.mei, stage.group, "#问题")
        await intake.until("#问题")
    async with database.look() as work:
        person = await work.people.by_username("meiwang")
    assert person is not None
    assert person.name == "Mei Wang"


async def test_an_update_is_confirmed_by_the_question_after_it_is_kept(
    stage: Stage, intake: Intake, database: Database
) -> None:
    stage.sandbox.say(stage.mei, stage.group, "#问题 1")
    async with intake.polling():
        await intake.until("#问题 1")
        stage.sandbox.say(stage.mei, stage.group, "#问题 2")
        await intake.until("#问题 1", "#问题 2")
    first, second, *_ = [
        each.values.get("offset")
        for each in stage.sandbox.record.requests
        if each.method == "getUpdates"
    ]
    assert first is None
    assert second is not None
    async with database.look() as work:
        assert await work.inbox.waiting() == []


async def test_an_update_that_comes_again_is_handled_once(stage: Stage, intake: Intake) -> None:
    stage.sandbox.say(stage.mei, stage.group, "#问题 1")
    stage.sandbox.faults.order(Fault(kind=FaultKind.DROP_ANSWER, method="getUpdates"))
    async with intake.polling():
        await intake.until("#问题 1")
    async with intake.polling():
        stage.sandbox.say(stage.mei, stage.group, "#问题 2")
        await intake.until("#问题 1", "#问题 2")


async def test_ids_that_start_again_are_new_updates(stage: Stage, intake: Intake) -> None:
    async with intake.polling():
        stage.sandbox.say(stage.mei, stage.group, "#问题 1")
        await intake.until("#问题 1")
    stage.sandbox.clock.advance(timedelta(days=8))
    stage.sandbox.say(stage.mei, stage.group, "#问题 2")
    async with intake.polling():
        await intake.until("#问题 1", "#问题 2")


async def test_a_day_without_contact_is_noticed_as_a_gap(stage: Stage, intake: Intake) -> None:
    async with intake.polling():
        stage.sandbox.say(stage.mei, stage.group, "#问题 1")
        await intake.until("#问题 1")
    stage.sandbox.clock.advance(timedelta(hours=25))
    async with intake.polling():
        stage.sandbox.say(stage.mei, stage.group, "#问题 2")
        await intake.until("#问题 1", "#问题 2")
    (gap,) = intake.gaps
    assert timedelta(hours=24) < gap.until - gap.since < timedelta(hours=26)


async def test_a_restart_within_the_day_is_no_gap(stage: Stage, intake: Intake) -> None:
    async with intake.polling():
        stage.sandbox.say(stage.mei, stage.group, "#问题 1")
        await intake.until("#问题 1")
    stage.sandbox.clock.advance(timedelta(hours=23))
    async with intake.polling():
        stage.sandbox.say(stage.mei, stage.group, "#问题 2")
        await intake.until("#问题 1", "#问题 2")
    assert intake.gaps == []


@pytest.mark.parametrize(
    "fault",
    [
        Fault(kind=FaultKind.REFUSE, method="getUpdates", code=502, description="Bad Gateway"),
        Fault(kind=FaultKind.TOO_MANY, method="getUpdates", seconds=1),
        Fault(kind=FaultKind.GARBLE, method="getUpdates"),
        Fault(kind=FaultKind.CUT_LINE, method="getUpdates"),
    ],
    ids=["502", "429", "garbled", "line cut"],
)
async def test_polling_outlasts(stage: Stage, intake: Intake, fault: Fault) -> None:
    stage.sandbox.faults.order(fault)
    stage.sandbox.say(stage.mei, stage.group, "#问题")
    async with intake.polling():
        await intake.until("#问题")


async def test_a_webhook_left_behind_is_taken_away(
    stage: Stage, intake: Intake, api: BotApi
) -> None:
    await api.call("setWebhook", {"url": "http://127.0.0.1:9/old"})
    async with intake.polling():
        stage.sandbox.say(stage.mei, stage.group, "#问题")
        await intake.until("#问题")


async def test_a_token_that_is_refused_ends_the_program(stage: Stage, intake: Intake) -> None:
    clock = Clock()
    wrong = Address(stage.sandbox.url, "4200000078:nobody-has-this-token-in-the-sandbox")
    async with BotApi(wrong, clock.heard) as api, intake.working() as workers:
        polling = Polling(api, clock, Hall(intake.reception, workers.room, workers.wake))
        with pytest.raises(CannotRun, match="BOT_TOKEN"):
            await polling.run()


async def test_the_clock_follows_the_answers(stage: Stage, intake: Intake, clock: Clock) -> None:
    async with intake.polling():
        stage.sandbox.clock.advance(timedelta(days=3))
        jumped_to = stage.sandbox.clock.now() - timedelta(seconds=2)
        await stage.sandbox.until(lambda: clock.now() >= jumped_to)
