"""The bot comes into a group, leaves it, and returns."""

from dataclasses import replace

from commands.incoming import Chat, MemberPlaced, Migrated, Retitled, Sender
from domain.delivery import Post
from domain.roles import Scope, ScopeKind
from tests.commands.desk import Desk
from tests.commands.play import BOT, CHAT, DEPLOYMENT, LI, MEI, private

NEW = Chat(-1005, "西溪一区", private=False)
ENGLISH = Sender(501, "Ann", "ann", "en")


def _hard_of_hearing(desk: Desk) -> None:
    deaf = replace(BOT, reads_everything=False)
    desk.deployment = replace(DEPLOYMENT, bot=deaf)


async def _told(desk: Desk, by: Sender, **place: bool) -> str:
    (told,) = await desk.place(NEW, by, **place)
    assert isinstance(told, Post)
    return told.html


def _heard(desk: Desk) -> list[str]:
    return [m.text for m in desk.messages if m.chat.id == NEW.id and m.sender.id == BOT.id]


async def test_a_new_group_is_greeted_in_two_lines_and_works_at_once(desk: Desk) -> None:
    lines = (await _told(desk, MEI)).split("\n")
    assert len(lines) == 2
    assert "#问题" in lines[0]
    group = await desk.group(NEW)
    assert group.title == NEW.title
    assert group.paused is None


async def test_a_group_speaks_the_language_of_who_added_the_bot(desk: Desk) -> None:
    greeting = await _told(desk, ENGLISH)
    assert "Hello" in greeting
    assert (await desk.group(NEW)).language == "en"


async def test_a_greeting_says_that_privacy_mode_hides_tags(desk: Desk) -> None:
    _hard_of_hearing(desk)
    greeting = await _told(desk, MEI)
    assert "隐私模式" in greeting
    assert "/issue" in greeting
    assert not (await desk.group(NEW)).reads_everything


async def test_an_administrator_hears_everything(desk: Desk) -> None:
    _hard_of_hearing(desk)
    greeting = await _told(desk, MEI, administrator=True)
    assert "隐私模式" not in greeting
    assert (await desk.group(NEW)).reads_everything


async def test_a_promotion_is_noted_without_a_word(desk: Desk) -> None:
    _hard_of_hearing(desk)
    await desk.place(NEW, MEI)
    assert await desk.place(NEW, MEI, was_present=True, administrator=True) == []
    assert (await desk.group(NEW)).bot_is_administrator


async def test_losing_the_ear_is_told(desk: Desk) -> None:
    _hard_of_hearing(desk)
    await desk.place(NEW, MEI, administrator=True)
    told = await _told(desk, MEI, was_present=True)
    assert "隐私模式" in told


async def test_a_removed_bot_sends_nothing_until_it_returns(desk: Desk) -> None:
    await desk.place(NEW, MEI)
    assert await desk.place(NEW, MEI, present=False, was_present=True) == []
    assert (await desk.group(NEW)).paused == "removed"
    assert await desk.place(NEW, MEI) == []
    assert (await desk.group(NEW)).paused is None


async def test_a_later_return_is_told_in_one_message_and_once_a_day(desk: Desk) -> None:
    await desk.place(NEW, MEI)
    desk.later(days=3)
    for _ in range(3):
        await desk.place(NEW, MEI, present=False, was_present=True)
        await desk.place(NEW, MEI)
    assert len([text for text in _heard(desk) if "我回来了" in text]) == 1


async def test_a_bot_that_may_not_write_sends_nothing(desk: Desk) -> None:
    await desk.place(NEW, MEI)
    await desk.place(NEW, MEI, was_present=True, may_write=False)
    assert (await desk.group(NEW)).paused is not None
    await desk.place(NEW, MEI, was_present=True)
    assert (await desk.group(NEW)).paused is None


async def test_the_first_summary_of_a_new_group_is_scheduled(desk: Desk) -> None:
    await desk.place(NEW, MEI)
    async with desk.database.look() as work:
        due = await work.due.next_moment()
    assert due is not None
    assert due > desk.now


async def test_a_private_chat_is_no_group(desk: Desk) -> None:
    assert await desk.place(private(MEI.id), MEI) == []
    async with desk.database.look() as work:
        assert await work.groups.by_chat(MEI.id) is None


async def test_administrators_come_and_go(desk: Desk) -> None:
    for administrator, present in ((True, True), (False, True), (True, True), (False, False)):
        await desk.happen(
            MemberPlaced(CHAT, desk.now, MEI, administrator=administrator, present=present)
        )
        async with desk.database.look() as work:
            assert await work.members.administers(CHAT.id, MEI.id) is administrator


async def test_a_new_title_is_kept(desk: Desk) -> None:
    await desk.happen(Retitled(replace(CHAT, title="翠苑三区·居民群"), desk.now))
    assert (await desk.group()).title == "翠苑三区·居民群"


async def test_a_group_keeps_everything_under_its_new_id(desk: Desk) -> None:
    await desk.say(MEI, "#问题 灯坏了")
    new = Chat(-100999, CHAT.title, private=False)
    for _ in range(2):
        assert await desk.happen(Migrated(CHAT.id, new.id, desk.now)) == []
    group = await desk.group(new)
    assert group.id == 1
    async with desk.database.look() as work:
        assert await work.roles.held_at(LI.id, Scope(ScopeKind.GROUP, 1)) is not None
        assert (await work.cases.open_of(1))[0].group == 1
