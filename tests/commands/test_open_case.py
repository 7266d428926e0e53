"""Opening a case: for whom, from when, with which words, and when not."""

from datetime import timedelta

import pytest

from commands.incoming import Chat, Sender
from domain.grammar import Span
from domain.kinds import CaseKind, Line, State
from tests.commands.play import (
    BOT,
    CHANNEL,
    CHAT,
    CHEN,
    LI,
    MEI,
    NEXT_DOOR,
    THE_GROUP,
    Play,
    private,
)


async def test_a_residents_own_tag_opens_a_case_for_them(play: Play) -> None:
    said = await play.say(MEI, "#问题 电梯坏了，三天没人修 3幢2单元")
    case = await play.case(1)
    assert (case.requester, case.tagger, case.line) == (MEI.id, MEI.id, Line.RESIDENTS)
    assert (case.state, case.kind, case.started_at) == (State.NEW, CaseKind.ISSUE, said.at)
    assert case.due_at == said.at + timedelta(days=7)
    assert await play.words(case.place) == "3幢2单元"


async def test_the_card_is_one_reply_to_the_words_that_opened_the_case(play: Play) -> None:
    said = await play.say(MEI, "#问题 #紧急 电梯坏了", thread=7)
    (card,) = play.spoken()
    assert (card.reply_to, card.thread) == (said.id, 7)
    assert card.text.splitlines() == [
        "№1 问题 · 待受理 · 紧急",
        "电梯坏了",
        "诉求人：王梅",
        "期限：11月9日周一 12:00",
        "#案1",
    ]
    assert card.labels == ["受理", "办结", "撤销"]


async def test_the_card_speaks_the_groups_language(english: Play) -> None:
    await english.say(MEI, "#需求 a bench by the gate")
    assert english.card(1).text.splitlines() == [
        "№1 demand · new",
        "a bench by the gate",
        "Requester: 王梅",
        "Due by Mon 9 Nov, 12:00",
        "#case1",
    ]
    assert english.card(1).labels == ["Accept", "Settle", "Undo"]


async def test_what_people_write_is_escaped(play: Play) -> None:
    await play.say(CHEN, "#问题 <b>灯</b> & </blockquote>坏了")
    html = play.card(1).html
    assert "&lt;b&gt;灯&lt;/b&gt; &amp; &lt;/blockquote&gt;坏了" in html
    assert "陈 &lt;b&gt;东&lt;/b&gt;" in html


async def test_a_leader_tags_a_residents_message_for_the_resident(play: Play) -> None:
    said = await play.say(MEI, "楼道灯坏了")
    play.later(hours=5)
    tag = await play.say(LI, "#问题 请物业看看", to=said)
    case = await play.case(1)
    assert (case.requester, case.tagger, case.line) == (MEI.id, LI.id, Line.RESIDENTS)
    assert (case.started_at, case.opened_at) == (said.at, tag.at)
    assert await play.words(case.words) == "楼道灯坏了\n请物业看看"
    assert play.card(1).reply_to == said.id
    assert case.responded_at is None


@pytest.mark.parametrize("command", ["/issue", "/issue@gridward_bot", "/ISSUE"])
async def test_the_command_does_what_the_tag_does(play: Play, command: str) -> None:
    said = await play.say(MEI, "楼道灯坏了")
    await play.say(LI, command, to=said)
    case = await play.case(1)
    assert (case.requester, case.kind) == (MEI.id, CaseKind.ISSUE)


async def test_a_role_holders_own_message_is_found_on_patrol(play: Play) -> None:
    await play.say(LI, "#隐患 井盖松动")
    case = await play.case(1)
    assert (case.requester, case.line) == (LI.id, Line.PATROL)
    assert "巡查发现" in play.card(1).text


async def test_the_group_itself_opens_on_patrol_and_is_no_requester(play: Play) -> None:
    await play.say(THE_GROUP, "#问题 井盖松动")
    case = await play.case(1)
    assert (case.requester, case.tagger, case.line) == (None, CHAT.id, Line.PATROL)


async def test_the_group_tags_for_a_resident(play: Play) -> None:
    said = await play.say(MEI, "楼道灯坏了")
    await play.say(THE_GROUP, "#问题", to=said)
    assert (await play.case(1)).requester == MEI.id


@pytest.mark.parametrize("author", [CHANNEL, THE_GROUP])
async def test_below_a_notice_a_leaders_tag_has_no_requester(play: Play, author: object) -> None:
    notice = await play.say(author, "下周二停水")  # type: ignore[arg-type]
    await play.say(LI, "#问题 请核实", to=notice)
    case = await play.case(1)
    assert (case.requester, case.line) == (None, Line.PATROL)


@pytest.mark.parametrize("author", [CHANNEL, THE_GROUP, LI])
async def test_a_resident_who_answers_a_notice_speaks_for_themselves(
    play: Play, author: object
) -> None:
    notice = await play.say(author, "下周二停水")  # type: ignore[arg-type]
    said = await play.say(MEI, "#问题 三楼现在就没水", to=notice)
    case = await play.case(1)
    assert (case.requester, case.line, case.started_at) == (MEI.id, Line.RESIDENTS, said.at)
    assert await play.words(case.words) == "三楼现在就没水"


@pytest.mark.parametrize("asker", [LI, MEI])
async def test_a_tag_in_answer_to_the_bot_opens_with_the_writers_own_words(
    play: Play, asker: Sender
) -> None:
    await play.say(MEI, "/help")
    help_shown = play.spoken()[-1]
    play.later(days=3)
    said = await play.say(asker, "#问题 路灯坏了", to=help_shown)
    case = await play.case(1)
    assert (await play.words(case.words), case.started_at) == ("路灯坏了", said.at)
    assert case.requester == asker.id


async def test_the_bots_name_is_left_out_of_words_tagged_later(play: Play) -> None:
    said = await play.say(MEI, f"@{BOT.username} 路灯坏了")
    await play.say(LI, "#问题", to=said)
    assert await play.words((await play.case(1)).words) == "路灯坏了"


async def test_a_message_of_a_case_opens_no_second_one(play: Play) -> None:
    said = await play.say(MEI, "#问题 灯坏了")
    await play.say(CHEN, "#问题", to=said)
    await play.say(CHEN, "#问题 还是这个", to=play.card(1))
    first, second = play.spoken()[1:]
    assert first.text.startswith("这就是 №1")
    assert second.text.startswith("这就是 №1")
    assert len([m for m in play.messages if m.key.startswith("card:")]) == 1


async def test_an_album_is_one_case_and_late_parts_join_it(play: Play) -> None:
    await play.say(MEI, "#问题 墙漏水", album="a7")
    late = await play.say(MEI, "", album="a7")
    await play.say(MEI, "#问题 墙漏水", album="a7")
    assert [m.key for m in play.spoken()] == ["card:1"]
    await play.say(LI, "#受理", to=late)
    assert (await play.case(1)).state is State.ACCEPTED


async def test_a_reply_to_an_early_part_of_an_album_means_its_case(play: Play) -> None:
    early = await play.say(MEI, "", album="a7")
    await play.say(MEI, "#问题 墙漏水", album="a7")
    await play.say(LI, "#受理", to=early)
    assert (await play.case(1)).state is State.ACCEPTED


@pytest.mark.parametrize("sender", [CHANNEL, MEI])
async def test_forwards_and_channels_open_nothing(play: Play, sender: object) -> None:
    await play.say(sender, "#问题 转发的", forwarded=sender is MEI)  # type: ignore[arg-type]
    assert play.spoken() == []


async def test_a_tag_added_later_opens_from_the_first_writing(play: Play) -> None:
    said = await play.say(MEI, "灯坏了")
    play.later(hours=3)
    await play.edit(said, "#问题 灯坏了")
    case = await play.case(1)
    assert (case.started_at, case.opened_at) == (said.at, play.now)


async def test_edited_words_update_the_card_and_keep_the_start(play: Play) -> None:
    said = await play.say(MEI, "#问题 灯坏了")
    play.later(hours=1)
    await play.edit(said, "#问题 一楼的灯坏了")
    case = await play.case(1)
    assert case.started_at == said.at
    assert "一楼的灯坏了" in play.card(1).text
    assert len(play.spoken()) == 1


async def test_a_tag_taken_away_leaves_the_case_and_says_so_once(play: Play) -> None:
    said = await play.say(MEI, "#问题 灯坏了")
    await play.edit(said, "灯坏了")
    await play.edit(said, "灯坏了！")
    assert (await play.case(1)).state is State.NEW
    assert len(play.spoken()) == 2
    assert "#撤回" in play.spoken()[-1].text


async def test_a_name_known_here_becomes_the_handler(play: Play) -> None:
    await play.say(LI, "大家好")
    await play.say(MEI, "#问题 灯坏了 @LiQiang")
    assert (await play.case(1)).handler == LI.id
    assert f'<a href="tg://user?id={LI.id}">李强</a>' in play.card(1).html


async def test_a_handler_is_called_by_their_own_name_whatever_the_mention_says(
    play: Play,
) -> None:
    await play.say(LI, "大家好")
    mention = Span("text_mention", 8, 4, user_id=LI.id)
    await play.say(MEI, "#问题 灯坏了 主任本人", spans=(mention,))
    assert "承办人：李强" in play.card(1).text


async def test_a_handler_never_seen_is_called_without_marks_that_hide(play: Play) -> None:
    mention = Span("text_mention", 8, 4, user_id=555)
    await play.say(MEI, "#问题 灯坏了 \u202e张师傅", spans=(mention,))
    assert "承办人：张师傅\n" in play.card(1).text


async def test_the_bots_own_name_is_no_handler(play: Play) -> None:
    await play.say(MEI, f"#问题 灯坏了 @{BOT.username}")
    assert (await play.case(1)).handler is None
    assert "承办人" not in play.card(1).text


async def test_a_tag_in_private_is_sent_to_the_group(play: Play) -> None:
    chat = private(MEI.id)
    await play.say(MEI, "#问题 灯坏了", chat=chat)
    assert "服务群" in play.spoken(chat)[-1].text


async def test_numbers_run_through_all_groups(play: Play) -> None:
    await play.say(MEI, "#问题 一")
    await play.say(MEI, "#问题 二", chat=NEXT_DOOR)
    assert (await play.case(2)).group == (await play.group(NEXT_DOOR)).id


async def test_respond_by_and_deadline_are_due_work_of_the_same_moment(play: Play) -> None:
    said = await play.say(MEI, "#问题 灯坏了")
    async with play.database.look() as work:
        assert await work.due.next_moment() == said.at + timedelta(hours=24)


async def test_the_residents_edit_counts_after_a_leaders_tag_the_leaders_does_not(
    play: Play,
) -> None:
    said = await play.say(MEI, "灯坏了")
    tag = await play.say(LI, "#问题 请核实", to=said)
    await play.edit(tag, "#问题 请尽快核实")
    assert "请核实" in play.card(1).text
    await play.edit(said, "三楼灯坏了")
    case = await play.case(1)
    assert (await play.words(case.words), case.responded_at) == ("三楼灯坏了", None)
    assert len(play.spoken()) == 1


async def test_a_settled_case_keeps_the_words_it_was_settled_with(play: Play) -> None:
    said = await play.say(MEI, "#问题 灯坏了")
    await play.say(LI, "#办结 灯已换", to=said)
    await play.edit(said, "#问题 门坏了")
    assert await play.words((await play.case(1)).words) == "灯坏了"


async def test_a_tag_in_a_group_nobody_registered_makes_it_known(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了", chat=Chat(-1003, "翠苑五区", private=False))
    async with play.database.look() as work:
        group = await work.groups.by_chat(-1003)
    assert group is not None
    assert (await play.case(1)).group == group.id


@pytest.mark.parametrize("command", ["/issue", "/demand@gridward_bot"])
async def test_a_bare_command_opens_nothing_and_shows_what_to_write(
    play: Play, command: str
) -> None:
    await play.say(CHEN, command)
    assert command.partition("@")[0] in play.spoken()[-1].text
    async with play.database.look() as work:
        assert await work.cases.open_of(1) == ()


async def test_a_bare_command_in_reply_opens_a_case_for_what_was_said(play: Play) -> None:
    said = await play.say(MEI, "灯坏了")
    await play.say(LI, "/issue", to=said)
    assert "灯坏了" in play.card(1).text
