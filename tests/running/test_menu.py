"""The menu of commands that Telegram shows: set at the start, in the reader's language."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.bot_api import Address, BotApi
from bot.clock import Clock
from bot.tables import QUESTIONS
from bot.telegram_out.menu import offer_menu
from sandbox import Fault, FaultKind
from tests.running.estate import TOKEN, Town
from tests.running.process import Operator

OPENING = {"issue", "demand"}


@pytest.fixture
async def api(town: Town) -> AsyncIterator[BotApi]:
    """Open the Bot API as the bot."""
    async with BotApi(Address(town.sandbox.url, TOKEN), Clock().heard) as opened:
        yield opened


async def _menu(api: BotApi, scope: str, code: str = "") -> dict[str, str]:
    asked: dict[str, Any] = {"scope": {"type": scope}, "language_code": code}
    answer = await api.call("getMyCommands", asked)
    return {each["command"]: each["description"] for each in answer.result}


@pytest.mark.parametrize("scope", ["all_group_chats", "all_private_chats"])
async def test_every_language_has_the_same_commands_in_its_own_words(
    api: BotApi, scope: str
) -> None:
    await offer_menu(api, "zh")
    chinese, english = await _menu(api, scope, "zh"), await _menu(api, scope, "en")
    assert list(chinese) == list(english)
    assert chinese["cases"] != english["cases"]
    assert await _menu(api, scope) == chinese


@pytest.mark.parametrize("scope", ["all_group_chats", "all_private_chats"])
async def test_the_menu_offers_only_what_the_bot_answers(api: BotApi, scope: str) -> None:
    await offer_menu(api, "en")
    assert set(await _menu(api, scope)) - OPENING <= set(QUESTIONS)


async def test_descriptions_are_plain_text_of_the_length_that_telegram_takes(
    api: BotApi, town: Town
) -> None:
    await offer_menu(api, "en")
    for request in town.sandbox.record.requests:
        if request.method == "setMyCommands":
            for command in _commands(request.values["commands"]):
                assert 1 <= len(command["description"]) <= 256
                assert "&" not in command["description"]


async def test_a_bot_whose_menu_is_refused_runs_all_the_same(
    operator: Operator, town: Town
) -> None:
    refused = Fault(kind=FaultKind.REFUSE, method="setMyCommands", count=5)
    town.sandbox.faults.order(refused)
    town.sandbox.faults.order(Fault(kind=FaultKind.CUT_LINE, method="setMyCommands"))
    async with operator.running() as gridward:
        await town.sandbox.until(lambda: town.sandbox.record.count("setMyCommands") == 6, 30)
        town.sandbox.say(town.owner, town.private(town.owner), "/start")
        await town.found(town.private(town.owner), "/help")
        assert (await gridward.stop()).code == 0
    assert "Traceback" not in gridward.err


def _commands(given: Any) -> list[dict[str, str]]:
    read: list[dict[str, str]] = json.loads(given) if isinstance(given, str) else given
    return read
