"""A Telegram that is not there, not itself, or does not know the token."""

import pytest

from sandbox import Fault, FaultKind
from tests.running.estate import Town, estate_in
from tests.running.process import Operator
from tests.running.refusal import assert_refused
from tests.running.words import ZH

ANOTHER = "4200000099:a-token-that-nobody-ever-gave-out"
REVOKED = Fault(kind=FaultKind.REFUSE, code=401, description="Unauthorized", count=1000)


@pytest.mark.parametrize("command", ["run", "check"])
async def test_a_token_that_telegram_does_not_know(operator: Operator, command: str) -> None:
    told = await operator.having(BOT_TOKEN=ANOTHER).ask(command)
    assert told.code == 1
    assert told.err == "gridward: BOT_TOKEN: Telegram does not know this token\n"
    assert ANOTHER not in told.everything


async def test_nobody_there(operator: Operator, free_port: int) -> None:
    nowhere = operator.having(TELEGRAM_API_URL=f"http://127.0.0.1:{free_port}")
    assert_refused(await nowhere.ask("run"), "TELEGRAM_API_URL", "cannot be reached")


@pytest.mark.parametrize("kind", [FaultKind.GARBLE, FaultKind.DROP_ANSWER, FaultKind.CUT_LINE])
async def test_an_answer_that_is_none(operator: Operator, town: Town, kind: FaultKind) -> None:
    town.sandbox.faults.order(Fault(kind=kind, method="getMe"))
    assert_refused(await operator.ask("run"), "TELEGRAM_API_URL")


async def test_a_token_taken_back_while_running(operator: Operator, town: Town) -> None:
    estate = estate_in(town, ZH)
    town.sandbox.add_member(estate.group, town.me)
    async with operator.running() as gridward:
        await town.found(estate.group, ZH.greeting)
        town.sandbox.faults.order(REVOKED)
        town.sandbox.say(estate.mei, estate.group, ZH.tagged)
        told = await gridward.ends()
    assert told.code == 1
    assert told.err.endswith("gridward: BOT_TOKEN: Telegram does not know this token\n")
    assert "Traceback" not in told.err
    town.sandbox.faults.clear()
    async with operator.running():
        await town.found(estate.group, "№1")


async def test_a_token_taken_back_while_telegram_delivers(
    operator: Operator, town: Town, free_port: int
) -> None:
    delivered = operator.having(
        WEBHOOK_URL=f"http://127.0.0.1:{free_port}",
        WEBHOOK_SECRET="tests-deliver-with-this-secret",
        WEB_PORT=str(free_port),
    )
    async with delivered.running() as gridward:
        await town.sandbox.until(lambda: town.sandbox.record.count("getWebhookInfo"), 30)
        town.sandbox.faults.order(REVOKED)
        told = await gridward.ends()
    assert told.code == 1
    assert told.err.splitlines()[-1].startswith("gridward: BOT_TOKEN: ")


@pytest.mark.parametrize("command", ["sandbox", "demo"])
async def test_a_port_that_is_taken(operator: Operator, town: Town, command: str) -> None:
    taken = town.sandbox.url.rpartition(":")[2]
    assert_refused(await operator.ask(command, "--port", taken), "--port", taken)


async def test_a_webhooks_port_that_is_taken(operator: Operator, town: Town) -> None:
    taken = town.sandbox.url.rpartition(":")[2]
    delivered = operator.having(
        WEBHOOK_URL="https://bot.example", WEBHOOK_SECRET="x" * 16, WEB_PORT=taken
    )
    told = await delivered.ask("run")
    assert told.code == 1
    assert told.err.endswith(f"gridward: WEB_HOST, WEB_PORT: 127.0.0.1:{taken} cannot be had\n")
    assert "Traceback" not in told.err
    assert town.sandbox.record.count("setWebhook") == 0
