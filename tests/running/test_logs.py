"""What the program writes of itself at DEBUG gives away neither token nor people's numbers."""

import pytest

from sandbox import Fault, FaultKind
from tests.running.estate import TOKEN, Town, estate_in
from tests.running.process import Operator
from tests.running.words import ZH

SECRET = "tests-deliver-with-this-secret"
PHONE, IDENTITY = "13812345678", "33010619900101123X"


@pytest.mark.parametrize("form", ["console", "json"])
async def test_a_scene_at_debug(operator: Operator, town: Town, form: str, free_port: int) -> None:
    estate, sandbox = estate_in(town, ZH), town.sandbox
    talkative = operator.having(
        LOG_LEVEL="DEBUG",
        LOG_FORMAT=form,
        WEBHOOK_URL=f"http://127.0.0.1:{free_port}",
        WEBHOOK_SECRET=SECRET,
        WEB_PORT=str(free_port),
    )
    async with talkative.running() as gridward:
        sandbox.add_member(estate.group, town.me, estate.leader)
        await town.found(estate.group, ZH.greeting)
        for kind in (FaultKind.CUT_LINE, FaultKind.GARBLE, FaultKind.REFUSE):
            sandbox.faults.order(Fault(kind=kind, method="sendMessage", description=PHONE))
        said = sandbox.say(estate.mei, estate.group, f"{ZH.tagged} {PHONE} {IDENTITY}")
        nonsense = {"message_id": 7, "chat": {"id": estate.group.id}, "text": f"#问题 {PHONE}"}
        sandbox.world.offer(town.me, "message", {"date": IDENTITY, **nonsense}, estate.group)
        await gridward.says("update quarantined")
        await gridward.says("message given up")
        assert (await gridward.stop()).code == 0
    assert "sending fails" in gridward.err
    for hidden in (TOKEN, SECRET, PHONE, IDENTITY, said.text):
        assert hidden not in gridward.err
