"""`/stats` and `/summary`: a group's figures for its people, areas for the roles over them."""

from dataclasses import replace

import pytest

from commands.incoming import MemberPlaced
from tests.commands.desk import Desk
from tests.commands.play import CHAT, CHEN, DEPLOYMENT, HEAD, LI, MEI, NEXT_DOOR, OWNER


async def test_everybody_in_a_group_reads_its_figures(desk: Desk) -> None:
    await desk.say(MEI, "#问题 灯坏了")
    answer = await desk.ask(CHEN, "/stats")
    assert answer.text.startswith("翠苑三区\n2026年11月")
    assert answer.labels == ["本周", "上周", "本月", "上月"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("上周", "10月26日"),
        ("last week", "10月26日"),
        ("2026-10", "2026年10月"),
        ("今年", "2026"),
        ("2026-10-01..2026-10-15", "2026-10-15"),
    ],
)
async def test_a_period_is_read_in_both_languages(desk: Desk, words: str, told: str) -> None:
    assert told in (await desk.ask(MEI, f"/stats {words}")).text


@pytest.mark.parametrize("words", ["昨儿个", "2026-13", "<i>x"])
async def test_no_period_is_answered_with_examples(desk: Desk, words: str) -> None:
    answer = await desk.ask(MEI, f"/stats {words}")
    assert f"没看懂“{words}”" in answer.text
    assert "/stats 上周" in answer.text


async def test_another_period_takes_the_place_of_the_first(desk: Desk) -> None:
    answer = await desk.ask(MEI, "/stats")
    await desk.press(CHEN, answer, "上月")
    assert "2026年10月" in answer.text
    assert len(desk.spoken()) == 1


async def test_a_group_tells_nothing_of_another_not_even_to_its_head(desk: Desk) -> None:
    for who in (MEI, HEAD):
        answer = await desk.ask(who, "/stats 本月 翠苑四区")
        assert "私聊" in answer.text


async def test_a_head_reads_the_community_with_its_groups_side_by_side(desk: Desk) -> None:
    answer = await desk.ask_alone(HEAD, "/stats")
    assert answer.text.startswith("翠苑社区")
    assert "翠苑三区" in answer.text
    assert "翠苑四区" in answer.text
    assert "翠苑三区" in answer.labels


async def test_a_head_turns_to_one_group_by_name_or_button(desk: Desk) -> None:
    answer = await desk.ask_alone(HEAD, "/stats 上月 翠苑四区")
    assert answer.text.startswith("翠苑四区\n2026年10月")
    whole = await desk.ask_alone(HEAD, "/stats")
    for name in ("翠苑三区", "翠苑四区", "翠苑社区"):
        await desk.press(HEAD, whole, name)
        assert whole.text.startswith(name)


async def test_figures_reach_down_and_never_up_or_aside(desk: Desk) -> None:
    await desk.say(LI, "大家好")
    for words in ("/stats 翠苑社区", "/stats 翠苑四区", "/summary 翠苑四区"):
        assert "没看懂" in (await desk.ask_alone(LI, words)).text
    assert (await desk.ask_alone(LI, "/stats")).text.startswith("翠苑三区")


async def test_whoever_holds_no_role_gets_no_figures_in_private(desk: Desk) -> None:
    assert "请在群里查" in (await desk.ask_alone(MEI, "/stats")).text


async def test_an_inspector_reads_only_their_own_sub_district(desk: Desk) -> None:
    await desk.say(CHEN, "大家好")
    await desk.ask(OWNER, "/grant @chendong 纪委 文新街道")
    assert "翠苑" not in (await desk.ask_alone(CHEN, "/stats")).text
    await desk.say(HEAD, "大家好")
    await desk.ask(OWNER, "/grant @zhao 主任 翠苑社区 文新街道")
    assert "翠苑社区" in (await desk.ask_alone(CHEN, "/stats")).text


@pytest.mark.parametrize("code", ["group.2", "community.1", "subdistrict.1", "deployment.0"])
async def test_a_forged_scope_tells_nothing_and_is_recorded(desk: Desk, code: str) -> None:
    answer = await desk.ask_alone(LI, "/stats")
    before = answer.text
    assert "范围" in await desk.press_code(LI, answer, f"stats:{code}:month")
    assert answer.text == before
    assert (LI.id, "stats") in await desk.refused()


async def test_a_revoked_role_reads_no_figures_by_an_old_button(desk: Desk) -> None:
    await desk.say(HEAD, "大家好")
    answer = await desk.ask_alone(HEAD, "/stats")
    before = answer.text
    await desk.ask(OWNER, "/revoke @zhao 主任")
    await desk.press(HEAD, answer, "上月")
    assert answer.text == before


async def test_an_owner_reads_everything(desk: Desk) -> None:
    assert (await desk.ask_alone(OWNER, "/stats")).text


async def test_a_group_reads_its_week_so_far(desk: Desk) -> None:
    await desk.say(MEI, "#问题 灯坏了")
    assert "灯坏了" in (await desk.ask(CHEN, "/summary")).text


async def test_a_head_reads_the_week_of_one_group_by_name(desk: Desk) -> None:
    await desk.say(CHEN, "#问题 门坏了", chat=NEXT_DOOR)
    assert "一群一份" in (await desk.ask_alone(HEAD, "/summary")).text
    assert "门坏了" in (await desk.ask_alone(HEAD, "/summary 翠苑四区")).text


async def test_figures_are_told_in_english(english_desk: Desk) -> None:
    answer = await english_desk.ask(MEI, "/stats 上周")
    assert "Week 44 of 2026" in answer.text
    assert answer.labels == ["This week", "Last week", "This month", "Last month"]


async def test_an_administrator_reads_the_figures_of_the_group_they_lead(desk: Desk) -> None:
    await desk.happen(MemberPlaced(CHAT, desk.now, MEI, administrator=True, present=True))
    assert (await desk.ask_alone(MEI, "/stats")).text.startswith("翠苑三区")
    ended = replace(DEPLOYMENT.policy, administrators_lead=False)
    desk.deployment = replace(DEPLOYMENT, policy=ended)
    assert "请在群里查" in (await desk.ask_alone(MEI, "/stats")).text
