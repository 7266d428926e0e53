"""The guided set-up of a group, and how it comes to count in a community."""

import pytest

from commands.incoming import Chat, Sender
from domain.delivery import Post
from domain.roles import Role, Scope, ScopeKind
from tests.commands.desk import Desk
from tests.commands.play import CHAT, CHEN, HEAD, LI, MEI, OWNER, THE_GROUP, private

NEW = Chat(-1005, "西溪一区", private=False)
LEADER = Sender(601, "周强", "zhou", "zh")


@pytest.fixture
async def newcomer(desk: Desk) -> Desk:
    """Add a third group, with a leader, which counts nowhere."""
    await desk.place(NEW, LEADER)
    await desk.hold(LEADER, Role.LEADER, Scope(ScopeKind.GROUP, 3))
    await desk.say(HEAD, "大家好")
    return desk


async def _asked(desk: Desk) -> list[Post]:
    desk.later(seconds=1)
    answer = await desk.ask(LEADER, "/setup", chat=NEW)
    await desk.press(LEADER, answer, "村社")
    await desk.press(LEADER, answer, "翠苑社区")
    return [Post(m.chat.id, m.html, m.key) for m in desk.spoken(private(HEAD.id))]


async def _figures_of_community(desk: Desk) -> tuple[int, ...]:
    async with desk.database.look() as work:
        return tuple(group.id for group in await work.groups.of_community(1))


async def test_the_overview_tells_every_setting_and_what_is_lacking(desk: Desk) -> None:
    answer = await desk.ask(LI, "/setup")
    for words in ("语言：中文", "时区：Asia/Shanghai", "村社：翠苑社区", "还缺什么"):
        assert words in answer.text
    assert answer.labels == ["语言", "时区", "村社", "重新检查"]


@pytest.mark.parametrize("who", [MEI, CHEN])
async def test_settings_are_for_leaders(desk: Desk, who: Sender) -> None:
    assert "网格长" in (await desk.ask(who, "/setup")).text
    answer = await desk.ask(LI, "/setup")
    assert "网格长" in await desk.press(who, answer, "语言")
    assert answer.edits == 0


async def test_an_anonymous_administrator_sets_the_group_up(desk: Desk) -> None:
    assert "语言" in (await desk.ask(THE_GROUP, "/setup")).text


async def test_the_language_is_chosen_by_a_button(desk: Desk) -> None:
    answer = await desk.ask(LI, "/setup")
    await desk.press(LI, answer, "语言")
    await desk.press(LI, answer, "English")
    assert "Settings of 翠苑三区" in answer.text
    assert (await desk.group()).language == "en"


async def test_the_zone_is_chosen_by_a_button_or_written(desk: Desk) -> None:
    answer = await desk.ask(LI, "/setup")
    await desk.press(LI, answer, "时区")
    await desk.press(LI, answer, "Asia/Urumqi")
    assert "Asia/Urumqi" in answer.text
    written = await desk.ask(LI, "/setup europe/paris")
    assert "Europe/Paris" in written.text
    assert (await desk.group()).timezone == "Europe/Paris"


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../etc/passwd", "Asia"])
async def test_no_zone_is_answered_by_an_example(desk: Desk, zone: str) -> None:
    assert "Asia/Shanghai" in (await desk.ask(LI, f"/setup {zone}")).text
    assert (await desk.group()).timezone is None


async def test_summaries_go_to_the_topic_in_which_it_was_written(desk: Desk) -> None:
    await desk.ask(LI, "/setup topic", thread=77)
    assert (await desk.group()).thread == 77
    await desk.ask(LI, "/setup 话题")
    assert (await desk.group()).thread is None


async def test_a_group_that_asks_counts_only_once_the_head_accepted(newcomer: Desk) -> None:
    (question,) = await _asked(newcomer)
    assert "西溪一区申请计入翠苑社区" in question.html
    assert 3 not in await _figures_of_community(newcomer)
    message = newcomer.spoken(private(HEAD.id))[0]
    await newcomer.press(HEAD, message, message.labels[0])
    assert 3 in await _figures_of_community(newcomer)
    assert "已计入翠苑社区" in newcomer.spoken(NEW)[-1].text


async def test_an_acceptance_is_taken_back_by_a_button(newcomer: Desk) -> None:
    await _asked(newcomer)
    message = newcomer.spoken(private(HEAD.id))[0]
    await newcomer.press(HEAD, message, message.labels[0])
    await newcomer.press(HEAD, message, "撤回接受")
    assert 3 not in await _figures_of_community(newcomer)


async def test_the_head_accepts_by_setup_in_the_group(newcomer: Desk) -> None:
    await _asked(newcomer)
    answer = await newcomer.ask(OWNER, "/setup", chat=NEW)
    await newcomer.press(OWNER, answer, "接受本群")
    assert 3 in await _figures_of_community(newcomer)
    assert "不再计入" in answer.labels


async def test_the_head_finds_waiting_groups_in_private(newcomer: Desk) -> None:
    assert "没有群" in (await newcomer.ask_alone(HEAD, "/setup")).text
    await _asked(newcomer)
    answer = await newcomer.ask_alone(HEAD, "/setup")
    assert answer.labels == ["西溪一区 → 翠苑社区"]
    await newcomer.press(HEAD, answer, answer.labels[0])
    assert 3 in await _figures_of_community(newcomer)


async def test_nobody_below_the_head_accepts(newcomer: Desk) -> None:
    await _asked(newcomer)
    message = newcomer.spoken(private(HEAD.id))[0]
    for who in (LEADER, LI, MEI):
        assert "主任" in await newcomer.press_code(who, message, "place:3:1:yes")
    assert 3 not in await _figures_of_community(newcomer)
    answer = await newcomer.ask(LEADER, "/setup", chat=NEW)
    assert "接受本群" not in answer.labels
    assert "主任" in await newcomer.press_code(LEADER, answer, "setup:accept")


async def test_a_head_who_asks_has_accepted(newcomer: Desk) -> None:
    await newcomer.hold(LEADER, Role.HEAD, Scope(ScopeKind.COMMUNITY, 1))
    await _asked(newcomer)
    assert 3 in await _figures_of_community(newcomer)
    assert newcomer.spoken(private(HEAD.id)) == []


async def test_a_group_cannot_leave_its_supervision_by_itself(desk: Desk) -> None:
    answer = await desk.ask(LI, "/setup")
    await desk.press(LI, answer, "村社")
    assert "主任" in await desk.press(LI, answer, "翠苑社区")
    assert "主任" in await desk.press_code(LI, answer, "setup:part")
    assert 1 in await _figures_of_community(desk)


async def test_asking_twice_a_day_floods_no_head(newcomer: Desk) -> None:
    assert len(await _asked(newcomer)) == 1
    assert len(await _asked(newcomer)) == 1


async def test_a_community_that_nobody_supervises_is_not_offered(newcomer: Desk) -> None:
    await newcomer.say(CHEN, "大家好")
    undone = await newcomer.ask(OWNER, "/grant @chendong 主任 错字社区")
    await newcomer.press(OWNER, undone, "撤销")
    answer = await newcomer.ask(LEADER, "/setup", chat=NEW)
    await newcomer.press(LEADER, answer, "村社")
    assert answer.labels == ["翠苑社区", "返回"]


@pytest.mark.parametrize(
    "code",
    ["setup", "setup:no", "setup:zone:Mars", "setup:language:fr", "setup:join:99", "place:1"],
)
async def test_forged_codes_change_nothing(desk: Desk, code: str) -> None:
    before = await desk.group()
    answer = await desk.ask(LI, "/setup")
    assert await desk.press_code(LI, answer, code)
    assert await desk.group() == before


async def test_setup_in_private_leads_to_the_group(desk: Desk) -> None:
    assert "群里" in (await desk.ask_alone(MEI, "/setup")).text


async def test_set_up_changes_are_kept_in_the_ledger(desk: Desk) -> None:
    async with desk.database.look() as work:
        before = await work.ledger.head(Scope(ScopeKind.GROUP, 1))
    await desk.ask(LI, "/setup Asia/Urumqi")
    async with desk.database.look() as work:
        after = await work.ledger.head(Scope(ScopeKind.GROUP, 1))
    assert before != after
    assert CHAT.id == (await desk.group()).chat
