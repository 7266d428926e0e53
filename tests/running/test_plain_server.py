"""The program needs few methods of a Bot API server, and few fields of what it answers."""

from pathlib import Path

import pytest

from storage.database import Database
from tests.running.plain_server import (
    GROUP,
    ME,
    METHODS,
    NECESSARY,
    TOKEN,
    PlainServer,
    plain_server,
)
from tests.running.process import Operator
from tests.running.refusal import assert_refused

OWNER = {"id": 1001, "is_bot": False, "first_name": "Zhou"}
LEADER = {"id": 1002, "is_bot": False, "first_name": "Li"}
CHEN = {"id": 1003, "is_bot": False, "first_name": "Chen"}
PRIVATE = {"id": OWNER["id"], "type": "private"}


@pytest.mark.parametrize("methods", [frozenset(METHODS), NECESSARY], ids=["all", "necessary"])
@pytest.mark.parametrize("way", ["polling", "webhook"])
async def test_a_case_from_the_tag_to_the_figures(
    tmp_path: Path, methods: frozenset[str], way: str, free_port: int
) -> None:
    async with plain_server(methods) as server:
        operator = Operator(tmp_path, _settings(server))
        if way == "webhook":
            operator = operator.having(**_delivery(free_port))
        async with operator.running() as gridward:
            said = await _opened(server)
            await _settled_and_rated(server, said)
            await server.say(OWNER, "/stats week", PRIVATE)
            await server.found("Timeliness", "not due yet", chat=PRIVATE)
            assert (await gridward.stop()).code == 0
        assert "Traceback" not in gridward.err
    assert await _started_at(tmp_path) == said["date"]


async def test_a_server_that_does_not_say_who_the_bot_is(tmp_path: Path) -> None:
    async with plain_server(NECESSARY) as server:
        server.absurd = frozenset({"getMe"})
        told = await Operator(tmp_path, _settings(server)).ask("run")
    assert_refused(told, "TELEGRAM_API_URL", "no Bot API server")


async def test_answers_that_make_no_sense_are_asked_for_again(tmp_path: Path) -> None:
    async with plain_server(frozenset(METHODS)) as server:
        server.absurd = frozenset({"getUpdates", "getChatAdministrators"})
        async with Operator(tmp_path, _settings(server)).running() as gridward:
            await gridward.says("unreadable answer")
            server.absurd = frozenset({"getChatAdministrators"})
            await server.say(CHEN, "#issue The lamps are out")
            await server.found("№1", "The lamps are out")
            assert (await gridward.stop()).code == 0
    assert "Traceback" not in gridward.err


def _settings(server: PlainServer) -> dict[str, str]:
    return {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": server.url,
        "OWNER_IDS": str(OWNER["id"]),
        "DEFAULT_LANGUAGE": "en",
    }


def _delivery(port: int) -> dict[str, str]:
    return {
        "WEBHOOK_URL": f"http://127.0.0.1:{port}",
        "WEBHOOK_SECRET": "the-plain-server-delivers-with-this",
        "WEB_PORT": str(port),
    }


async def _opened(server: PlainServer) -> dict[str, object]:
    """Add the bot, find out who leads, and let the leader tag what a resident said."""
    placed = {"old_chat_member": {"user": ME, "status": "left"}} | {
        "new_chat_member": {"user": ME, "status": "member"}
    }
    at = {"chat": GROUP, "from": LEADER, "date": server.keep(LEADER, GROUP, "…")["date"]}
    server.administrators = [LEADER]
    await server.happen("my_chat_member", at | placed)
    await server.found("Hello!")
    if "getChatAdministrators" not in server.methods:
        there = await server.say(LEADER, "Good morning")
        await server.say(OWNER, "/grant leader", reply_to_message=there)
        await server.found("Li")
    said = await server.say(CHEN, "The lamps in the bicycle shed are out")
    await server.say(LEADER, "#issue", reply_to_message=said)
    await server.found("№1", "Chen", "The lamps in the bicycle shed are out")
    return said


async def _settled_and_rated(server: PlainServer, said: dict[str, object]) -> None:
    card = await server.found("№1 issue")
    assert "№1" in await server.tap(LEADER, card, "Accept")
    await server.say(LEADER, "#done Bulb replaced", reply_to_message=said)
    asked = await server.found("Chen", "Bulb replaced", "How satisfied")
    assert "Only the requester" in await server.tap(LEADER, asked, "Very satisfied")
    assert "Very satisfied" in await server.tap(CHEN, asked, "Very satisfied")
    asked = await server.found("Is it solved?")
    assert "Thank you" in await server.tap(CHEN, asked, "Solved")
    await server.found("№1 issue", "has rated")


async def _started_at(folder: Path) -> float:
    database = await Database.open(f"sqlite:///{folder / 'data' / 'gridward.db'}")
    async with database.look() as work:
        case = await work.cases.get(1)
    await database.close()
    assert case is not None
    assert case.requester == CHEN["id"]
    return case.started_at.timestamp()
