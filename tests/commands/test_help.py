"""What the bot says about itself, and which language it speaks."""

import pytest

from commands.incoming import Chat, Sender
from domain.text import utf16_length
from tests.commands.desk import Desk
from tests.commands.play import CHAT, CHEN, HEAD, LI, MEI, private

ANN = Sender(501, "Ann", "ann", "en")


async def test_start_in_private_says_who_and_what(desk: Desk) -> None:
    answer = await desk.ask_alone(MEI, "/start")
    assert "我是 Gridward" in answer.text
    assert "/mine" in answer.text


async def test_start_in_a_group_is_one_line(desk: Desk) -> None:
    assert "\n" not in (await desk.ask(MEI, "/start")).text


async def test_help_shows_leaders_more(desk: Desk) -> None:
    resident, leader = await desk.ask(MEI, "/help"), await desk.ask(LI, "/help")
    assert "#办结 灯已换" in leader.text
    assert "#办结 灯已换" not in resident.text


async def test_help_in_private_shows_role_holders_more(desk: Desk) -> None:
    resident, head = await desk.ask_alone(MEI, "/help"), await desk.ask_alone(HEAD, "/help")
    assert "/stats" in head.text
    assert "/stats" not in resident.text


@pytest.mark.parametrize("chat", [CHAT, private(LI.id)])
async def test_help_is_short_enough_for_one_message(english_desk: Desk, chat: Chat) -> None:
    assert utf16_length((await english_desk.ask(LI, "/help", chat=chat)).html) < 4096


@pytest.mark.parametrize("words", ["你好", "/unknown", "#whatever", "12"])
async def test_what_is_not_understood_in_private_is_answered_shortly(
    desk: Desk, words: str
) -> None:
    answer = await desk.ask_alone(MEI, words)
    assert "/help" in answer.text
    assert "\n" not in answer.text


@pytest.mark.parametrize("words", ["/unknown", "/stats@other_bot", "你好"])
async def test_what_is_not_for_the_bot_is_left_alone_in_a_group(desk: Desk, words: str) -> None:
    await desk.say(MEI, words)
    assert desk.spoken() == []


async def test_a_group_changes_its_language_by_its_leaders(desk: Desk) -> None:
    assert "网格长" in (await desk.ask(MEI, "/language en")).text
    answer = await desk.ask(LI, "/language")
    assert "网格长" in await desk.press(MEI, answer, "English")
    await desk.press(LI, answer, "English")
    assert answer.text == "I speak English here from now on."
    assert (await desk.ask(MEI, "/language 中文")).text.startswith("The group's language")


async def test_a_person_chooses_their_own_language_and_it_stays(desk: Desk) -> None:
    assert "我是" in (await desk.ask_alone(MEI, "/start")).text
    answer = await desk.ask_alone(MEI, "/language")
    await desk.press(MEI, answer, "English")
    assert "I am Gridward" in (await desk.ask_alone(MEI, "/start")).text
    assert "我在" in (await desk.ask(MEI, "/start")).text


async def test_somebody_is_met_in_the_language_of_their_telegram(desk: Desk) -> None:
    assert "I am Gridward" in (await desk.ask_alone(ANN, "/start")).text
    assert "我是" in (await desk.ask_alone(CHEN, "/start")).text


@pytest.mark.parametrize("code", ["language", "language:fr"])
async def test_a_forged_language_is_of_no_use(desk: Desk, code: str) -> None:
    answer = await desk.ask(LI, "/language")
    assert await desk.press_code(LI, answer, code)
    assert (await desk.group()).language == "zh"
