"""`gridward check` says what is right, what may stand twice, what was given up and set aside."""

from sandbox import Fault, FaultKind
from tests.running.estate import Estate, Town, estate_in
from tests.running.process import Operator, Running
from tests.running.words import ZH


async def test_a_deployment_can_be_checked_before_its_first_run(
    operator: Operator, town: Town
) -> None:
    told = await operator.ask("check")
    assert told.code == 0, told.err
    assert told.out.splitlines() == [
        "Settings: they can be used.",
        "Database: `gridward run` will make it ready.",
        f"Token: it is that of @{town.me.username}.",
    ]


async def test_what_went_wrong_is_listed(operator: Operator, town: Town) -> None:
    estate, left = estate_in(town, ZH), town.sandbox.add_group("九莲新村", town.owner)
    for group in (estate.group, left):
        town.sandbox.add_member(group, town.me)
    async with operator.running() as gridward:
        await town.found(estate.group, ZH.greeting)
        await town.found(left, ZH.greeting)
        assert "九莲新村: sees every message" in (await operator.ask("check")).out
        await _trouble(estate, gridward)
        town.sandbox.kick(left, town.me)
        assert (await gridward.stop()).code == 0
    async with operator.running() as gridward:
        await gridward.says("running")
        await estate.answered(town.sandbox.say(estate.leader, estate.group, ZH.overdue))
        assert (await gridward.stop()).code == 0
    told = await operator.ask("check")
    assert told.code == 1
    assert "九莲新村: paused (removed)" in told.out
    assert "In doubt, may stand twice: 1\n" in told.out
    assert "Given up: 1\n" in told.out
    assert "Bad Request: refused by order" in told.out
    assert "Updates set aside: 1\n" in told.out
    assert f"chat {estate.group.id}: " in told.out


async def _trouble(estate: Estate, gridward: Running) -> None:
    """Let an answer be lost, a message be refused, and an update come that nobody can read."""
    sandbox, group = estate.town.sandbox, estate.group
    sandbox.faults.order(Fault(kind=FaultKind.DROP_ANSWER, method="sendMessage"))
    sandbox.say(estate.mei, group, ZH.tagged)
    await sandbox.until(lambda: len(estate.town.spoken(group, "№1")) == 2)
    sandbox.faults.order(Fault(kind=FaultKind.REFUSE, method="sendMessage"))
    sandbox.say(estate.chen, group, ZH.tagged)
    await gridward.says("message given up")
    nonsense = {"message_id": "seven", "chat": {"id": group.id}, "text": ZH.tagged}
    sandbox.world.offer(estate.town.me, "message", nonsense, group)
    await gridward.says("update quarantined")
