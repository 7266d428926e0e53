"""Lists and records of cases: what everybody in a group sees, and what only roles reach."""

import pytest

from domain.roles import Role, Scope, ScopeKind
from domain.text import utf16_length
from tests.commands.desk import Desk
from tests.commands.play import CHAT, CHEN, HEAD, LI, MEI, NEXT_DOOR, OWNER, private


async def _opened(desk: Desk, count: int = 1, **more: object) -> None:
    for number in range(1, count + 1):
        await desk.say(MEI, f"#问题 第{number}盏灯坏了", **more)  # type: ignore[arg-type]


async def test_a_group_lists_its_open_cases_for_everybody(desk: Desk) -> None:
    await _opened(desk, 2)
    answer = await desk.ask(CHEN, "/cases")
    assert "№1 #案1 · 问题" in answer.text
    assert "第2盏灯坏了" in answer.text
    assert answer.text.index("№2") < answer.text.index("№1 ")


async def test_a_group_lists_nothing_of_another_group(desk: Desk) -> None:
    await _opened(desk, chat=NEXT_DOOR)
    assert "№1" not in (await desk.ask(LI, "/cases")).text


async def test_long_lists_are_turned_by_buttons(desk: Desk) -> None:
    await _opened(desk, 10)
    answer = await desk.ask(MEI, "/cases")
    assert "№3 " in answer.text
    assert "№2 " not in answer.text
    await desk.press(CHEN, answer, "更早 »")
    assert "№2 " in answer.text
    assert "№3 " not in answer.text
    await desk.press(CHEN, answer, "« 最新")
    assert "№10 " in answer.text


@pytest.mark.parametrize("words", ["demand", "需求", "ＤＥＭＡＮＤ", "#需求", "未办结 需求"])
async def test_a_list_is_narrowed_by_words_of_both_languages(desk: Desk, words: str) -> None:
    await desk.say(MEI, "#问题 灯坏了")
    await desk.say(MEI, "#需求 想装充电桩")
    answer = await desk.ask(MEI, f"/cases {words}")
    assert "充电桩" in answer.text
    assert "灯坏了" not in answer.text


async def test_settled_cases_are_listed_when_asked_for(desk: Desk) -> None:
    await _opened(desk)
    await desk.say(LI, "#办结 №1 灯已换")
    assert "№1" not in (await desk.ask(MEI, "/cases")).text
    assert "№1" in (await desk.ask(MEI, "/cases 已办结")).text
    assert "№1" in (await desk.ask(MEI, "/cases all")).text


async def test_words_that_are_no_filter_are_answered_with_examples(desk: Desk) -> None:
    answer = await desk.ask(MEI, "/cases <b>xyz")
    assert "没看懂“<b>xyz”" in answer.text
    assert "/cases 逾期" in answer.text


async def test_only_what_is_past_its_deadline_is_overdue(desk: Desk) -> None:
    await _opened(desk)
    desk.later(days=8)
    await desk.say(MEI, "#问题 门坏了")
    answer = await desk.ask(MEI, "/overdue")
    assert "№1 " in answer.text
    assert "已逾期" in answer.text
    assert "№2 " not in answer.text


async def test_a_head_lists_all_groups_of_the_community_in_private(desk: Desk) -> None:
    await _opened(desk)
    await desk.say(CHEN, "#问题 门坏了", chat=NEXT_DOOR)
    answer = await desk.ask_alone(HEAD, "/cases")
    assert "灯坏了（翠苑三区）" in answer.text
    assert "门坏了（翠苑四区）" in answer.text
    one = await desk.ask_alone(HEAD, "/cases 翠苑四区")
    assert "灯坏了" not in one.text


async def test_a_leader_lists_only_their_own_group_in_private(desk: Desk) -> None:
    await _opened(desk)
    await desk.say(CHEN, "#问题 门坏了", chat=NEXT_DOOR)
    assert "门坏了" not in (await desk.ask_alone(LI, "/cases")).text


async def test_whoever_holds_no_role_lists_nothing_in_private(desk: Desk) -> None:
    await _opened(desk)
    assert "/mine" in (await desk.ask_alone(CHEN, "/cases")).text


async def test_a_strange_name_and_an_existing_one_out_of_reach_sound_the_same(desk: Desk) -> None:
    strange = await desk.ask_alone(LI, "/cases 不存在")
    existing = await desk.ask_alone(LI, "/cases 翠苑四区")
    assert strange.text.replace("不存在", "") == existing.text.replace("翠苑四区", "", 1)


async def test_a_forged_scope_shows_nothing(desk: Desk) -> None:
    await desk.say(CHEN, "#问题 门坏了", chat=NEXT_DOOR)
    answer = await desk.ask_alone(LI, "/cases")
    for code in ("cases::group.2:0", "cases::community.1:0", "cases::deployment.0:0"):
        assert "范围" in await desk.press_code(LI, answer, code)
    assert "门坏了" not in answer.text


@pytest.mark.parametrize(
    "code", ["cases", "cases:o:x.1:0", "cases:o:group.²:0", "cases:o:group.1:x"]
)
async def test_a_malformed_code_is_of_no_use(desk: Desk, code: str) -> None:
    answer = await desk.ask(MEI, "/cases")
    assert await desk.press_code(MEI, answer, code)
    assert answer.edits == 0


async def test_an_owner_reaches_everything(desk: Desk) -> None:
    await _opened(desk)
    assert "灯坏了" in (await desk.ask_alone(OWNER, "/cases")).text


async def test_mine_tells_requests_apart_from_what_is_to_be_settled(desk: Desk) -> None:
    await _opened(desk)
    await desk.say(LI, "#受理 №1")
    assert "我提的诉求" in (await desk.ask_alone(MEI, "/mine")).text
    assert "请我承办的" in (await desk.ask_alone(LI, "/mine")).text
    assert "没有未了" in (await desk.ask_alone(CHEN, "/mine")).text


async def test_mine_in_a_group_tells_nothing_of_another(desk: Desk) -> None:
    await desk.say(MEI, "#问题 家里的事", chat=NEXT_DOOR)
    assert "家里的事" not in (await desk.ask(MEI, "/mine")).text
    assert "家里的事" in (await desk.ask_alone(MEI, "/mine")).text


async def test_a_group_reads_what_was_said_in_a_case(desk: Desk) -> None:
    await _opened(desk)
    await desk.say(LI, "#受理 №1")
    await desk.say(LI, "#办结 №1 灯已换")
    answer = await desk.ask(CHEN, "/case 1")
    assert "登记：第1盏灯坏了" in answer.text
    assert "办结：灯已换" in answer.text
    assert "李强" not in answer.text
    assert answer.labels == ["私聊看完整记录"]


async def test_a_number_of_another_group_is_like_none_at_all(desk: Desk) -> None:
    await desk.say(CHEN, "#问题 门坏了", chat=NEXT_DOOR)
    for chat in (CHAT, private(LI.id)):
        there = await desk.ask(LI, "/case 1", chat=chat)
        nowhere = await desk.ask(LI, "/case 9", chat=chat)
        huge = await desk.ask(LI, f"/case {10**30}", chat=chat)
        assert there.text.replace("1", "N") == nowhere.text.replace("9", "N")
        assert str(10**30) not in nowhere.text
        assert huge.text


async def test_requester_and_roles_read_the_whole_record_in_private(desk: Desk) -> None:
    await _opened(desk)
    await desk.say(LI, "#受理 №1")
    for reader in (MEI, LI, HEAD, OWNER):
        assert "受理（李强）" in (await desk.ask_alone(reader, "/case 1")).text
    assert "受理" not in (await desk.ask_alone(CHEN, "/case 1")).text


async def test_the_link_under_a_case_leads_to_its_record(desk: Desk) -> None:
    await _opened(desk)
    assert "№1" in (await desk.ask_alone(MEI, "/start case-1")).text


async def test_scores_are_for_the_community_and_never_for_the_handler(desk: Desk) -> None:
    await _opened(desk)
    await desk.say(LI, "#受理 №1")
    await desk.say(LI, "#办结 №1 灯已换")
    await desk.forge(MEI, CHAT, "rate:1:1:2")
    assert "评价：不满意" in (await desk.ask_alone(HEAD, "/case 1")).text
    assert "评价：不满意" in (await desk.ask_alone(MEI, "/case 1")).text
    await desk.hold(LI, Role.MEMBER, Scope(ScopeKind.COMMUNITY, 1))
    await desk.forge(MEI, CHAT, "solved:1:1")
    record = (await desk.ask_alone(LI, "/case 1")).text
    assert record.count("诉求人已评价") == 1
    assert "不满意" not in record
    assert "不满意" not in (await desk.ask(MEI, "/case 1")).text


async def test_who_settled_a_case_unasked_does_not_learn_its_score_either(desk: Desk) -> None:
    await _opened(desk)
    await desk.say(HEAD, "#办结 №1 灯已换")
    await desk.forge(MEI, CHAT, "rate:1:1:1")
    assert "不满意" not in (await desk.ask_alone(HEAD, "/case 1")).text
    assert "评价：非常不满意" in (await desk.ask_alone(OWNER, "/case 1")).text


async def test_an_empty_list_says_so(desk: Desk) -> None:
    assert "没有未办结" in (await desk.ask(MEI, "/cases")).text
    assert "没有逾期" in (await desk.ask(MEI, "/overdue")).text
    assert "没有这样的" in (await desk.ask(MEI, "/cases 紧急")).text


async def test_hostile_words_keep_a_full_page_within_one_message(desk: Desk) -> None:
    for _ in range(8):
        await desk.say(MEI, "#问题 " + "<&\u202e👨‍👩‍👧" * 300)
    answer = await desk.ask(MEI, "/cases")
    assert "№1 " in answer.text
    assert utf16_length(answer.text) < 4096
    assert utf16_length((await desk.ask(MEI, "/case 1")).text) < 4096


async def test_a_long_record_tells_its_beginning_and_end(desk: Desk) -> None:
    await _opened(desk)
    for time in range(12):
        await desk.say(LI, f"#补充 №1 第{time}问" + "？" * 400)
        await desk.say(MEI, f"第{time}答" + "。" * 400, to=desk.card(1))
    text = (await desk.ask_alone(HEAD, "/case 1")).text
    assert "登记：" in text
    assert "另有" in text
    assert utf16_length(text) < 4096
