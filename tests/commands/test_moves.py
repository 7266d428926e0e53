"""The moves of a case, as people make them: by tag, command, number, reply and button."""

from datetime import timedelta

import pytest

from domain.kinds import CaseKind, State
from tests.commands.play import CHEN, HEAD, LI, MEI, Play, private


async def test_a_leader_accepts_by_the_button(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    assert await play.tap(LI, play.card(1), "受理") == "№1 已由您受理。"
    case = await play.case(1)
    assert (case.state, case.handler, case.responded_at) == (State.ACCEPTED, LI.id, play.now)
    assert "№1 问题 · 办理中" in play.card(1).text
    assert "承办人：李强" in play.card(1).text
    assert play.card(1).labels == ["办结"]


@pytest.mark.parametrize("words", ["#受理", "＃受理", "/accept", "#accept", "#ACCEPT"])
async def test_a_move_in_reply_to_the_card_needs_no_number(play: Play, words: str) -> None:
    await play.say(MEI, "#问题 灯坏了")
    await play.say(LI, words, to=play.card(1))
    assert (await play.case(1)).state is State.ACCEPTED
    assert len(play.spoken()) == 1


@pytest.mark.parametrize(
    "words", ["#办结 №1 灯已换", "/done 1 灯已换", "1号 #done 灯已换", "#案1 #办结 灯已换"]
)
async def test_a_move_with_a_number_works_anywhere(play: Play, words: str) -> None:
    await play.say(MEI, "#问题 灯坏了")
    await play.say(LI, words)
    case = await play.case(1)
    assert case.state is State.RESOLVED
    assert await play.words(case.remark) == "灯已换"


async def test_a_reply_to_any_message_of_the_case_means_it(play: Play) -> None:
    said = await play.say(MEI, "#问题 灯坏了")
    asked = await play.say(LI, "#补充 几楼？", to=said)
    await play.say(MEI, "#撤回", to=asked)
    assert (await play.case(1)).state is State.WITHDRAWN


@pytest.mark.parametrize(
    ("words", "case", "remark"),
    [
        ("#done 1 lamps replaced", 2, "1 lamps replaced"),
        ("/done 1 lamps replaced", 2, "1 lamps replaced"),
        ("/done 2 lamps replaced", 2, "lamps replaced"),
        ("#done №1 lamps replaced", 1, "lamps replaced"),
    ],
)
async def test_in_a_reply_to_a_case_only_a_marked_number_means_another(
    play: Play, words: str, case: int, remark: str
) -> None:
    await play.say(MEI, "#问题 灯坏了")
    await play.say(CHEN, "#问题 门坏了")
    await play.say(LI, words, to=play.card(2))
    assert await play.words((await play.case(case)).remark) == remark
    assert (await play.case(3 - case)).state is State.NEW


async def test_settling_posts_one_request_that_calls_the_requester(play: Play) -> None:
    said = await play.say(MEI, "#问题 灯坏了")
    await play.say(LI, "#办结 灯已换", to=said)
    asked = play.rating(1)
    assert asked.reply_to == said.id
    assert f'<a href="tg://user?id={MEI.id}">王梅</a>' in asked.html
    assert asked.text.splitlines()[0] == "王梅，№1 已办结：灯已换"
    assert asked.labels == ["非常满意", "满意", "基本满意", "不满意", "非常不满意"]
    assert "✅ 办理结果：灯已换" in play.card(1).text
    assert play.card(1).labels == ["重开"]


async def test_settling_something_found_on_patrol_asks_nobody(play: Play) -> None:
    await play.say(LI, "#问题 井盖松动")
    await play.say(LI, "#办结 №1 已固定")
    assert [m.key for m in play.spoken()] == ["card:1"]


async def test_a_tap_on_settle_tells_how(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    told = await play.tap(LI, play.card(1), "办结")
    assert "#办结" in told
    assert (await play.case(1)).state is State.NEW


async def test_settling_needs_a_word(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    await play.say(LI, "#办结", to=play.card(1))
    assert "请写一句办了什么" in play.spoken()[-1].text
    assert (await play.case(1)).state is State.NEW


async def test_asking_calls_the_requester_and_a_reply_answers(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    await play.say(LI, "#补充 几楼？", to=play.card(1))
    question = play.spoken()[-1]
    assert "王梅，关于 №1 想请您补充：几楼？" in question.text
    assert "待补充：几楼？" in play.card(1).text
    play.later(hours=5)
    await play.say(CHEN, "我猜三楼", to=question)
    assert (await play.case(1)).state is State.WAITING
    await play.say(MEI, "三楼", to=question)
    case = await play.case(1)
    assert case.state is State.ACCEPTED
    assert case.net_due_at - case.due_at > timedelta(hours=5)


async def test_a_photo_answers_without_words(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    await play.say(LI, "#补充 哪里？", to=play.card(1))
    await play.say(MEI, "", to=play.spoken()[-1])
    assert (await play.case(1)).state is State.ACCEPTED


async def test_assigning_calls_the_handler(play: Play) -> None:
    await play.say(CHEN, "我来修")
    await play.say(MEI, "#问题 灯坏了")
    await play.say(LI, "#转办 @chendong", to=play.card(1))
    case = await play.case(1)
    assert (case.state, case.handler) == (State.ACCEPTED, CHEN.id)
    assert "№1 请您承办" in play.spoken()[-1].text
    assert f"tg://user?id={CHEN.id}" in play.spoken()[-1].html


async def test_assigning_to_nobody_says_how(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    await play.say(LI, "#转办", to=play.card(1))
    assert "#转办 @" in play.spoken()[-1].text


async def test_a_plain_reply_of_a_leader_is_the_first_response_and_changes_nothing_else(
    play: Play,
) -> None:
    said = await play.say(MEI, "#问题 灯坏了")
    play.later(hours=1)
    await play.say(CHEN, "我家也是", to=said)
    assert (await play.case(1)).responded_at is None
    await play.say(LI, "马上来看", to=said)
    first = play.now
    await play.say(LI, "到了", to=said)
    case = await play.case(1)
    assert (case.responded_at, case.state) == (first, State.NEW)
    assert len(play.spoken()) == 1


async def test_what_a_leader_answers_in_private_is_no_response(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    notice = await play.say(HEAD, "看看", chat=private(HEAD.id))
    async with play.database.begin() as work:
        await work.posts.bind(HEAD.id, notice.id, 1, None)
    await play.say(HEAD, "知道了", to=notice, chat=private(HEAD.id))
    assert (await play.case(1)).responded_at is None


async def test_the_requester_withdraws(play: Play) -> None:
    said = await play.say(MEI, "#问题 灯坏了")
    await play.say(MEI, "#撤回", to=said)
    assert (await play.case(1)).state is State.WITHDRAWN
    assert "已撤回" in play.card(1).text
    assert play.card(1).labels == []


async def test_a_mistake_is_undone_by_one_tap_while_fresh(play: Play) -> None:
    said = await play.say(MEI, "这不是问题")
    await play.say(LI, "#问题", to=said)
    assert await play.tap(MEI, play.card(1), "撤销") == "№1 已撤销，记为已作废。"
    assert (await play.case(1)).state is State.VOID


async def test_a_stranger_cannot_undo(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    assert "只有标记人、诉求人或网格长" in await play.tap(CHEN, play.card(1), "撤销")


async def test_a_later_undo_takes_two_people(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    play.later(minutes=11)
    assert "还需另一位同意" in await play.tap(MEI, play.card(1), "撤销")
    assert "有人提出撤销" in play.card(1).text
    assert "还需另一位同意" in await play.tap(MEI, play.card(1), "同意撤销")
    assert (await play.case(1)).state is State.NEW
    await play.tap(LI, play.card(1), "同意撤销")
    assert (await play.case(1)).state is State.VOID


async def test_a_leader_puts_the_kind_right_by_a_reply(play: Play) -> None:
    await play.say(MEI, "#问题 想要充电桩")
    await play.say(LI, "#需求", to=play.card(1))
    assert (await play.case(1)).kind is CaseKind.DEMAND
    assert "№1 需求" in play.card(1).text


async def test_a_leader_puts_the_place_right_and_the_deadline_stays(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了 3幢1单元")
    before = await play.case(1)
    await play.say(LI, "#问题 5幢2单元", to=play.card(1))
    case = await play.case(1)
    assert await play.words(case.place) == "5幢2单元"
    assert case.due_at == before.due_at


async def test_a_location_in_reply_is_the_place_or_the_answer(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    await play.say(LI, "", to=play.card(1), location=(30.2741, 120.1551))
    assert "地点：30.27410, 120.15510" in play.card(1).text
    await play.say(LI, "#补充 哪里？", to=play.card(1))
    await play.say(MEI, "", to=play.spoken()[-1], location=(30.2742, 120.1552))
    assert (await play.case(1)).state is State.ACCEPTED


async def test_the_requester_reopens_by_the_card_within_the_window(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    await play.say(LI, "#受理 №1")
    await play.say(LI, "#办结 №1 灯已换")
    assert "只有诉求人或监委会可以重开" in await play.tap(LI, play.card(1), "重开")
    assert await play.tap(MEI, play.card(1), "重开") == "№1 已重开。"
    case = await play.case(1)
    assert (case.state, case.work_by) == (State.ACCEPTED, play.now + timedelta(days=3))
    assert play.spoken()[-1].text.splitlines() == [
        "№1 已重开：应诉求人要求。",
        "李强，请继续办理。",
        "#案1",
    ]
    assert play.rating(1).labels == []


async def test_after_the_window_the_committee_reopens(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    await play.say(LI, "#办结 №1 灯已换")
    play.later(days=7)
    await play.say(MEI, "#重开 №1")
    assert "重开时间已过" in play.spoken()[-1].text
    await play.say(HEAD, "#重开 №1")
    assert (await play.case(1)).state is State.ACCEPTED


async def test_a_settled_case_is_not_settled_again(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    await play.say(LI, "#办结 №1 灯已换")
    await play.say(LI, "#办结 №1 又换")
    assert "要继续办理，请发 #重开 №1" in play.spoken()[-1].text
    assert await play.words((await play.case(1)).remark) == "灯已换"


async def test_editing_a_move_does_not_make_it_twice(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    said = await play.say(LI, "#办结 №1 灯已还")
    await play.edit(said, "#办结 №1 灯已换")
    assert (await play.case(1)).rounds == 1
    assert len(play.spoken()) == 2


async def test_a_move_is_made_by_the_edit_that_adds_it(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    said = await play.say(LI, "№1 我来")
    await play.edit(said, "#受理 №1 我来")
    assert (await play.case(1)).state is State.ACCEPTED


async def test_a_forwarded_move_moves_nothing(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    await play.say(LI, "#受理 №1", forwarded=True)
    assert (await play.case(1)).state is State.NEW


async def test_refusals_speak_english_in_an_english_group(english: Play) -> None:
    await english.say(MEI, "#issue lamp broken")
    await english.say(CHEN, "#accept №1")
    assert (
        english.spoken()[-1].text
        == "Only a grid leader can do this with №1. Please ask one. #case1"
    )
