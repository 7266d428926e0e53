"""While the database cannot be written nothing is acknowledged, and afterwards all is there."""

from domain.delivery import Post
from sandbox import Fault, FaultKind
from storage.database import Database
from tests.bot.full_disk import LONG, forbid_writing, full_disk
from tests.bot.intake import Intake
from tests.bot.outgoing import Outgoings
from tests.bot.stage import Stage
from tests.bot.test_workers import keep, said


async def test_polling_confirms_nothing_until_it_is_kept(
    stage: Stage, intake: Intake, sqlite: Database
) -> None:
    stage.sandbox.say(stage.mei, stage.group, LONG)
    async with full_disk(sqlite), intake.polling():
        await stage.sandbox.until(lambda: stage.sandbox.record.count("getUpdates") >= 2)
    asked = [each for each in stage.sandbox.record.requests if each.method == "getUpdates"]
    assert all("offset" not in each.values for each in asked)
    async with intake.polling():
        await intake.until(LONG)


async def test_an_update_waits_for_the_disk(intake: Intake, sqlite: Database) -> None:
    await keep(sqlite, [said(1, -10, "#问题 1")])
    intake.outgoing = [Post(-10, LONG, "answer")]
    async with intake.working():
        async with full_disk(sqlite):
            await intake.until("#问题 1")
        await intake.until("#问题 1", "#问题 1")
    async with sqlite.look() as work:
        assert await work.inbox.waiting() == []
        assert await work.inbox.quarantined() == []
        assert await work.outbox.waiting() == 1


async def test_what_was_sent_on_a_full_disk_is_not_sent_again(
    stage: Stage, out: Outgoings, sqlite: Database
) -> None:
    await out.put(*(Post(stage.group.id, str(n), f"key:{n}") for n in range(3)))
    async with out.sending():
        async with full_disk(sqlite):
            await stage.sandbox.until(stage.spoken)
        await stage.until_said("0", "1", "2")


async def test_the_sender_stops_although_nothing_can_be_stored(
    stage: Stage, out: Outgoings, sqlite: Database
) -> None:
    await out.put(Post(stage.group.id, "told", "key"))
    stage.sandbox.faults.order(Fault(kind=FaultKind.DELAY, method="sendMessage", seconds=1))
    async with out.sending():
        await stage.sandbox.until(stage.spoken)
        await forbid_writing(sqlite)
    async with out.sending():
        pass
    async with sqlite.look() as work:
        assert await work.outbox.waiting() == 1
