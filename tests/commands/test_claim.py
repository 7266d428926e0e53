"""Naming somebody the bot has never seen: a link, by which only they take the case on."""

from dataclasses import replace

import pytest

from commands.incoming import Sender
from domain.kinds import State
from tests.commands.play import CHEN, LI, MEI, Play, private

ZHANG = Sender(401, "张师傅", "ZhangWei", "zh")
LINK = "https://t.me/gridward_bot?start=claim-1-zhangwei"


async def named(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了 @zhangwei")


async def test_the_card_says_the_name_is_unseen_and_bears_a_link(play: Play) -> None:
    await named(play)
    card = play.card(1)
    assert "承办人：@zhangwei（我还不认识，待认领）" in card.text
    assert card.button("我是 @zhangwei").url == LINK  # type: ignore[union-attr]


async def test_whoever_was_named_claims_the_case(play: Play) -> None:
    await named(play)
    chat = private(ZHANG.id)
    await play.say(ZHANG, "/start claim-1-zhangwei", chat=chat)
    case = await play.case(1)
    assert (case.state, case.handler) == (State.ACCEPTED, ZHANG.id)
    assert "已由您承办" in play.spoken(chat)[-1].text
    assert "承办人：张师傅" in play.card(1).text
    assert play.card(1).labels == ["办结"]


@pytest.mark.parametrize(
    ("sender", "words"),
    [
        (CHEN, "/start claim-1-zhangwei"),
        (CHEN, "/start claim-1-chendong"),
        (replace(ZHANG, username=None), "/start claim-1-zhangwei"),
        (replace(ZHANG, username=None), "/start claim-1-"),
        (ZHANG, "/start claim-2-zhangwei"),
        (ZHANG, "/start claim-99999999999999999999-zhangwei"),
    ],
)
async def test_nobody_else_claims_or_learns_anything(
    play: Play, sender: Sender, words: str
) -> None:
    await named(play)
    await play.say(CHEN, "#问题 另一件")
    await play.say(sender, words, chat=private(sender.id))
    assert (await play.case(1)).handler is None
    assert "您能看到的事项里没有 №" in play.spoken(private(sender.id))[-1].text


async def test_a_link_claims_only_once(play: Play) -> None:
    await named(play)
    chat = private(ZHANG.id)
    await play.say(ZHANG, "/start claim-1-zhangwei", chat=chat)
    await play.say(LI, "#受理 №1")
    await play.say(ZHANG, "/start claim-1-zhangwei", chat=chat)
    assert (await play.case(1)).handler == LI.id


async def test_a_case_taken_on_meanwhile_is_not_claimed(play: Play) -> None:
    await named(play)
    await play.say(LI, "#受理 №1")
    await play.say(ZHANG, "/start claim-1-zhangwei", chat=private(ZHANG.id))
    assert (await play.case(1)).handler == LI.id
    assert play.card(1).labels == ["办结"]


async def test_assigning_to_an_unseen_name_calls_them_with_the_link(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    await play.say(LI, "#转办 @zhangwei", to=play.card(1))
    called = play.spoken()[-1]
    assert called.text.startswith("@zhangwei，№1 想请您承办")
    assert called.button("我是 @zhangwei").url == LINK  # type: ignore[union-attr]
    case = await play.case(1)
    assert (case.handler, case.responded_at) == (None, play.now)


async def test_a_case_with_a_handler_is_not_given_to_an_unseen_name(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    await play.say(LI, "#受理 №1")
    await play.say(LI, "#转办 №1 @zhangwei")
    assert "我还不认识 @zhangwei" in play.spoken()[-1].text
    assert (await play.case(1)).handler == LI.id
