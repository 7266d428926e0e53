"""Who may make which move, and what whoever may not is told."""

import pytest

from domain.kinds import State
from tests.commands.play import CHEN, HEAD, LI, MEI, NEXT_DOOR, OWNER, THE_GROUP, Play, private


async def test_the_group_accepts_by_a_tag(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    await play.say(THE_GROUP, "#受理", to=play.card(1))
    assert (await play.case(1)).state is State.ACCEPTED
    assert "承办人：翠苑三区" in play.card(1).text


async def test_a_role_above_reaches_down(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    await play.say(HEAD, "#受理 №1")
    await play.say(OWNER, "#受理 №1")
    assert (await play.case(1)).handler == OWNER.id


async def test_an_administrator_of_the_chat_leads_it(play: Play) -> None:
    async with play.database.begin() as work:
        await work.members.set_administrators(-1001, [CHEN.id], play.now)
    await play.say(MEI, "#问题 灯坏了")
    await play.say(CHEN, "#受理", to=play.card(1))
    assert (await play.case(1)).handler == CHEN.id


@pytest.mark.parametrize(
    ("sender", "words", "told"),
    [
        (CHEN, "#受理 №1", "请找网格长"),
        (MEI, "#办结 №1 好了", "请找网格长"),
        (LI, "#撤回 №1", "只有诉求人可以撤回"),
        (LI, "#重开 №1", "只有诉求人或监委会可以重开"),
        (MEI, "#重开 №1", "不用重开"),
        (LI, "#受理 №99", "这里没有 №99"),
        (LI, "#受理 №999999999", "这里没有 №"),
        (LI, "#受理", "是哪一件事项"),
        (LI, "#不予受理 №1 不归我们管", "目前还不能“不予受理”"),
        (LI, "#合并 №1", "目前还不能合并"),
        (LI, "#上报 №1", "目前还不能上报"),
        (LI, "#延期 №1 3天", "目前还不能延期"),
    ],
)
async def test_a_move_that_is_not_allowed_is_answered_in_one_line(
    play: Play, sender: object, words: str, told: str
) -> None:
    await play.say(MEI, "#问题 灯坏了")
    before = await play.case(1)
    said = await play.say(sender, words)  # type: ignore[arg-type]
    answer = play.spoken()[-1]
    assert told in answer.text
    assert "\n" not in answer.text
    assert answer.reply_to == said.id
    assert await play.case(1) == before


async def test_a_second_question_waits_for_the_first_answer(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    await play.say(LI, "#补充 №1 哪一幢？")
    await play.say(LI, "#补充 №1 哪一层？")
    assert "等回复后再问" in play.spoken()[-1].text
    assert "哪一幢" in play.card(1).text


async def test_nobody_learns_whether_another_groups_number_exists(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    await play.say(LI, "#受理 №1", chat=NEXT_DOOR)
    await play.say(LI, "#受理 №2", chat=NEXT_DOOR)
    there, nowhere = play.spoken(NEXT_DOOR)
    assert there.text.replace("1", "2") == nowhere.text
    assert (await play.case(1)).state is State.NEW


async def test_a_forged_tap_from_another_group_is_refused_and_recorded(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    assert "这里没有 №1" in await play.forge(LI, NEXT_DOOR, "accept:1")
    assert (await play.case(1)).state is State.NEW
    assert (LI.id, "accept") in await play.refused()


@pytest.mark.parametrize(
    "code", ["accept", "accept:x", "accept:-1", "accept:" + "9" * 50, "rate:1", "drop:1", "", "::"]
)
async def test_any_forged_code_is_answered_and_changes_nothing(play: Play, code: str) -> None:
    await play.say(MEI, "#问题 灯坏了")
    before = await play.case(1)
    assert await play.forge(CHEN, play.card(1).chat, code)
    assert await play.case(1) == before


async def test_a_tap_by_somebody_who_may_not_is_seen_only_by_them(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    assert "请找网格长" in await play.tap(CHEN, play.card(1), "受理")
    assert len(play.spoken()) == 1
    assert await play.refused() == [(CHEN.id, "accept")]


async def test_a_move_made_in_private_is_confirmed_there_and_shown_in_the_group(
    play: Play,
) -> None:
    await play.say(MEI, "#问题 灯坏了")
    await play.say(LI, "/accept 1", chat=private(LI.id))
    assert "№1 问题 · 办理中" in play.card(1).text
    assert play.spoken(private(LI.id))[-1].text == "№1 现为：办理中。#案1"


async def test_a_move_made_in_private_is_not_made_again_by_an_edit(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    said = await play.say(LI, "/accept 1", chat=private(LI.id))
    await play.say(HEAD, "#受理 №1")
    await play.edit(said, "/accept 1 好的")
    assert (await play.case(1)).handler == HEAD.id


async def test_in_private_a_stranger_learns_nothing_of_a_case(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    await play.say(CHEN, "/withdraw 1", chat=private(CHEN.id))
    assert "没有 №1" in play.spoken(private(CHEN.id))[-1].text
