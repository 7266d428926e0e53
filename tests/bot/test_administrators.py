"""Who administers a group is asked of Telegram: at first sight, and again after an hour."""

from datetime import timedelta

import pytest

from bot.bot_api import BotApi
from bot.clock import Clock
from bot.telegram_in.administrators import Administrators
from sandbox import Fault, FaultKind
from tests.bot.stage import Stage


@pytest.fixture
def administrators(api: BotApi, clock: Clock) -> Administrators:
    return Administrators(api, clock)


async def test_the_people_who_administer_a_group_are_news_once(
    stage: Stage, administrators: Administrators
) -> None:
    assert await administrators.news(stage.group.id) == (stage.mei.id,)
    assert await administrators.news(stage.group.id) is None


async def test_after_an_hour_they_are_asked_for_again(
    stage: Stage, api: BotApi, administrators: Administrators
) -> None:
    await administrators.news(stage.group.id)
    stage.sandbox.clock.advance(timedelta(hours=1, seconds=1))
    await api.call("getMe", {})
    assert await administrators.news(stage.group.id) == (stage.mei.id,)


async def test_nobody_administers_a_private_chat(
    stage: Stage, administrators: Administrators
) -> None:
    assert await administrators.news(stage.mei.id) is None


async def test_a_chat_the_bot_is_not_in_tells_nothing(
    stage: Stage, administrators: Administrators
) -> None:
    elsewhere = stage.sandbox.add_group("别处", stage.mei)
    assert await administrators.news(elsewhere.id) is None


async def test_a_lost_answer_is_asked_for_with_the_next_update(
    stage: Stage, administrators: Administrators
) -> None:
    stage.sandbox.faults.order(Fault(kind=FaultKind.CUT_LINE, method="getChatAdministrators"))
    assert await administrators.news(stage.group.id) is None
    assert await administrators.news(stage.group.id) == (stage.mei.id,)
