"""Giving, taking back and listing roles."""

from dataclasses import replace

import pytest

from commands.incoming import MemberPlaced, Sender
from domain.grammar import Span
from domain.roles import Role, Scope, ScopeKind
from storage.audit import audit
from tests.commands.desk import Desk
from tests.commands.play import (
    CHAT,
    CHEN,
    DEPLOYMENT,
    HEAD,
    LI,
    MEI,
    NEXT_DOOR,
    OWNER,
    THE_GROUP,
)

INSPECTOR = Sender(401, "孙书记", "sun", "zh")
GROUP = Scope(ScopeKind.GROUP, 1)
COMMUNITY = Scope(ScopeKind.COMMUNITY, 1)


async def _role(desk: Desk, person: Sender, scope: Scope) -> Role | None:
    async with desk.database.look() as work:
        return await work.roles.held_at(person.id, scope)


async def _administers(desk: Desk, person: Sender) -> None:
    await desk.happen(MemberPlaced(CHAT, desk.now, person, administrator=True, present=True))


async def _known(desk: Desk, *people: Sender) -> None:
    for person in people:
        await desk.say(person, "大家好")


@pytest.mark.parametrize(
    "words",
    [
        "/grant @meiwang leader",
        "/grant @MeiWang 网格长",
        "/grant 网格长 @meiwang",
        "/grant@gridward_bot @meiwang grid leader",
    ],
)
async def test_a_head_names_a_leader_in_words_of_both_languages(desk: Desk, words: str) -> None:
    await _known(desk, MEI)
    answer = await desk.ask(HEAD, words)
    assert answer.text == "王梅是翠苑三区的网格长。"
    assert await _role(desk, MEI, GROUP) is Role.LEADER


async def test_a_role_is_given_by_replying_to_the_person(desk: Desk) -> None:
    hello = await desk.say(MEI, "大家好")
    await desk.ask(HEAD, "/grant 网格长", to=hello)
    assert await _role(desk, MEI, GROUP) is Role.LEADER


async def test_somebody_without_a_username_is_named_by_telegrams_mention(desk: Desk) -> None:
    named = (Span("text_mention", 7, 4, user_id=555),)
    answer = await desk.ask(HEAD, "/grant Wang 网格长", spans=named)
    assert answer.text == "Wang是翠苑三区的网格长。"
    assert await _role(desk, Sender(555, "Wang"), GROUP) is Role.LEADER


async def test_an_unseen_name_is_answered_by_what_to_do(desk: Desk) -> None:
    answer = await desk.ask(HEAD, "/grant @nobody leader")
    assert "还不认识 @nobody" in answer.text
    assert "\n" not in answer.text


async def test_whom_and_which_role_are_asked_for_when_missing(desk: Desk) -> None:
    await _known(desk, MEI)
    assert "您指的是谁" in (await desk.ask(HEAD, "/grant leader")).text
    assert "授予哪个角色" in (await desk.ask(HEAD, "/grant @meiwang")).text
    assert "OWNER_IDS" in (await desk.ask(OWNER, "/grant @meiwang owner")).text


@pytest.mark.parametrize("role", ["网格长", "成员", "主任", "纪委"])
@pytest.mark.parametrize(
    "giver", [MEI, LI, HEAD, INSPECTOR, OWNER], ids=lambda who: who.username or "owner"
)
async def test_roles_are_given_only_from_above(desk: Desk, giver: Sender, role: str) -> None:
    await _known(desk, CHEN, INSPECTOR, HEAD)
    await desk.ask(OWNER, "/grant @sun 纪委 古荡街道")
    await desk.ask(OWNER, "/grant @zhao 主任 翠苑社区 古荡街道")
    where = {"纪委": " 古荡街道", "网格长": ""}.get(role, " 翠苑社区")
    await desk.ask(giver, f"/grant @chendong {role}{where}")
    may = {
        MEI: (),
        LI: (),
        HEAD: ("网格长", "成员"),
        INSPECTOR: ("网格长", "成员", "主任"),
        OWNER: ("网格长", "成员", "主任", "纪委"),
    }[giver]
    async with desk.database.look() as work:
        assert bool(await work.roles.of(CHEN.id)) == (role in may)


async def test_an_administrator_names_leaders_and_nobody_above(desk: Desk) -> None:
    await _known(desk, CHEN)
    await _administers(desk, MEI)
    await desk.ask(MEI, "/grant @chendong 主任")
    assert await _role(desk, CHEN, COMMUNITY) is None
    await desk.ask(MEI, "/grant @chendong 网格长")
    assert await _role(desk, CHEN, GROUP) is Role.LEADER


async def test_an_anonymous_administrator_names_leaders(desk: Desk) -> None:
    await _known(desk, CHEN)
    await desk.ask(THE_GROUP, "/grant @chendong 网格长")
    assert await _role(desk, CHEN, GROUP) is Role.LEADER


async def test_administrators_name_nobody_where_the_deployment_ended_that(desk: Desk) -> None:
    desk.deployment = replace(
        DEPLOYMENT, policy=replace(DEPLOYMENT.policy, administrators_lead=False)
    )
    await _known(desk, CHEN)
    await _administers(desk, MEI)
    assert "监委会" in (await desk.ask(MEI, "/grant @chendong 网格长")).text
    assert await _role(desk, CHEN, GROUP) is None


async def test_a_head_gives_nothing_in_another_community_and_learns_nothing(desk: Desk) -> None:
    await _known(desk, CHEN)
    await desk.ask(OWNER, "/grant @chendong 主任 文新社区")
    there = await desk.ask(HEAD, "/grant @chendong 成员 文新社区")
    nowhere = await desk.ask(HEAD, "/grant @chendong 成员 月亮社区")
    assert there.text == nowhere.text
    async with desk.database.look() as work:
        assert len(await work.areas.listing()) == 2


async def test_an_owner_brings_new_areas_under_supervision_and_is_told(desk: Desk) -> None:
    await _known(desk, CHEN)
    answer = await desk.ask(OWNER, "/grant @chendong 主任 文新社区 文新街道")
    assert "新增村社：文新社区，属文新街道" in answer.text
    assert "新增街道：文新街道" in answer.text
    async with desk.database.look() as work:
        above = await work.areas.named(ScopeKind.SUBDISTRICT, "文新街道")
        area = await work.areas.named(ScopeKind.COMMUNITY, "文新社区")
    assert above is not None
    assert area is not None
    assert area.parent == above.id


async def test_a_known_community_comes_under_its_sub_district_later(desk: Desk) -> None:
    await _known(desk, HEAD)
    answer = await desk.ask(OWNER, "/grant @zhao 主任 翠苑社区, 古荡街道")
    assert "翠苑社区现属古荡街道" in answer.text
    again = await desk.ask(OWNER, "/grant @zhao 主任 翠苑社区 古荡街道")
    assert "\n" not in again.text


async def test_giving_a_role_twice_is_recorded_once(desk: Desk) -> None:
    await _known(desk, MEI)
    first = await desk.ask(HEAD, "/grant @meiwang leader")
    async with desk.database.look() as work:
        before = await work.ledger.head(GROUP)
    second = await desk.ask(HEAD, "/grant @meiwang leader")
    async with desk.database.look() as work:
        assert await work.ledger.head(GROUP) == before
    assert first.text == second.text


async def test_a_grant_is_undone_and_done_again_by_buttons(desk: Desk) -> None:
    await _known(desk, MEI)
    answer = await desk.ask(HEAD, "/grant @meiwang leader")
    await desk.press(HEAD, answer, "撤销")
    assert answer.text == "王梅不再是翠苑三区的网格长。"
    assert await _role(desk, MEI, GROUP) is None
    await desk.press(HEAD, answer, "重新授予")
    assert await _role(desk, MEI, GROUP) is Role.LEADER


async def test_the_undo_button_serves_only_who_may(desk: Desk) -> None:
    await _known(desk, MEI, CHEN)
    answer = await desk.ask(HEAD, "/grant @meiwang leader")
    assert "任命" in await desk.press(CHEN, answer, "撤销")
    assert await _role(desk, MEI, GROUP) is Role.LEADER


@pytest.mark.parametrize(
    "code",
    [
        "grant:102:3:community.1",
        "grant:102:9:group.1",
        "grant:102:1",
        "revoke:102:1:group.1",
        "grant:x:1:group.1",
    ],
)
async def test_forged_codes_give_nothing(desk: Desk, code: str) -> None:
    await _known(desk, CHEN, MEI)
    answer = await desk.ask(HEAD, "/grant @meiwang leader")
    assert await desk.press_code(CHEN, answer, code)
    async with desk.database.look() as work:
        assert await work.roles.of(CHEN.id) == ()


async def test_the_only_role_is_taken_back_without_naming_it(desk: Desk) -> None:
    await _known(desk, LI)
    assert "不再是" in (await desk.ask(HEAD, "/revoke @liqiang")).text
    assert await _role(desk, LI, GROUP) is None


async def test_of_several_roles_one_is_chosen_by_a_button(desk: Desk) -> None:
    await _known(desk, LI)
    await desk.ask(HEAD, "/grant @liqiang 成员")
    answer = await desk.ask(HEAD, "/revoke @liqiang")
    assert answer.labels == ["监委会成员 · 翠苑社区", "网格长 · 翠苑三区"]
    await desk.press(HEAD, answer, "监委会成员 · 翠苑社区")
    assert await _role(desk, LI, COMMUNITY) is None
    assert await _role(desk, LI, GROUP) is Role.LEADER


async def test_a_role_is_taken_back_by_its_name_and_place(desk: Desk) -> None:
    await _known(desk, LI)
    await desk.ask(HEAD, "/grant @liqiang 成员")
    await desk.ask(HEAD, "/revoke @liqiang 成员 翠苑社区")
    assert await _role(desk, LI, COMMUNITY) is None


async def test_a_leader_lays_down_only_their_own_role(desk: Desk) -> None:
    await _known(desk, LI, HEAD)
    assert "没有您可以收回" in (await desk.ask(LI, "/revoke @zhao")).text
    assert "不再是" in (await desk.ask(LI, "/revoke @liqiang")).text


async def test_an_administrators_lead_ends_in_telegram(desk: Desk) -> None:
    await _known(desk, CHEN)
    await _administers(desk, CHEN)
    assert "群设置" in (await desk.ask(HEAD, "/revoke @chendong")).text


async def test_everybody_in_a_group_may_know_who_holds_a_role(desk: Desk) -> None:
    await _known(desk, LI, HEAD, CHEN)
    await _administers(desk, CHEN)
    text = (await desk.ask(MEI, "/roles")).text
    assert "翠苑三区网格长：李强" in text
    assert "翠苑社区监委会主任：赵主任" in text
    assert "陈 <b>东</b>" in text


async def test_in_private_one_sees_the_roles_within_reach_only(desk: Desk) -> None:
    await _known(desk, LI, HEAD)
    assert "李强" in (await desk.ask_alone(HEAD, "/roles")).text
    assert "赵主任" not in (await desk.ask_alone(LI, "/roles")).text
    assert "没有担任" in (await desk.ask_alone(CHEN, "/roles")).text


async def test_a_leader_of_one_group_is_nobody_next_door(desk: Desk) -> None:
    await _known(desk, CHEN)
    assert "任命" in (await desk.ask(LI, "/grant @chendong leader", chat=NEXT_DOOR)).text


async def test_roles_are_told_in_english(english_desk: Desk) -> None:
    await _known(english_desk, MEI)
    answer = await english_desk.ask(HEAD, "/grant @meiwang 网格长")
    assert answer.text == "王梅 is grid leader of 翠苑三区."
    assert answer.labels == ["Undo"]


async def test_the_ledger_accounts_for_every_role_area_and_setting(desk: Desk) -> None:
    await _known(desk, MEI, HEAD, LI)
    await desk.ask(OWNER, "/grant @zhao 主任 翠苑社区 古荡街道")
    granted = await desk.ask(HEAD, "/grant @meiwang 成员")
    await desk.press(HEAD, granted, "撤销")
    await desk.press(HEAD, granted, "重新授予")
    await desk.ask(LI, "/setup Asia/Urumqi")
    await desk.ask(LI, "/language en")
    assert await audit(desk.database, None) == []


async def test_who_names_nobody_is_shown_how_to_do_what_they_wanted(desk: Desk) -> None:
    assert "/revoke @" in (await desk.ask_alone(OWNER, "/revoke")).text
    assert "/grant @" in (await desk.ask_alone(OWNER, "/grant")).text
