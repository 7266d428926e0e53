"""Rating: by the requester alone, in secret, changeable, and what a bad one leads to."""

from contextlib import suppress
from datetime import datetime, timedelta

import pytest

from domain.events import Explained, Judged, Rated
from domain.kinds import State
from tests.commands.play import CHAT, CHEN, HEAD, LI, MEI, THE_GROUP, Play, private

SCORES = {"非常满意": 5, "满意": 4, "基本满意": 3, "不满意": 2, "非常不满意": 1}


async def settled(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    await play.say(LI, "#受理 №1")
    await play.say(LI, "#办结 №1 灯已换")


@pytest.mark.parametrize(("label", "score"), SCORES.items())
async def test_the_requester_rates_in_one_tap(play: Play, label: str, score: int) -> None:
    await settled(play)
    told = await play.tap(MEI, play.rating(1), label)
    assert told == f"您选了：{label}。问题解决了吗？"
    (paper,) = await play.papers(1)
    assert (paper.score, paper.rated_at) == (score, play.now)


async def test_the_group_learns_only_that_a_rating_was_given(play: Play) -> None:
    await settled(play)
    shown = set()
    for label in SCORES:
        await play.tap(MEI, play.rating(1), label)
        shown.add((play.rating(1).html, play.rating(1).keyboard, play.card(1).html))
        await play.tap(MEI, play.rating(1), "已解决")
        shown.add((play.rating(1).html, play.rating(1).keyboard, play.card(1).html))
        await play.tap(MEI, play.rating(1), "修改评价")
    assert len(shown) == 2
    assert "诉求人已评价" in play.card(1).text


@pytest.mark.parametrize("other", [CHEN, LI, HEAD])
async def test_nobody_else_rates_and_the_try_is_recorded(play: Play, other: object) -> None:
    await settled(play)
    told = await play.tap(other, play.rating(1), "非常满意")  # type: ignore[arg-type]
    assert told == "只有诉求人可以评价 №1。"
    (paper,) = await play.papers(1)
    assert paper.score is None
    assert await play.refused() == [(other.id, "rate")]  # type: ignore[attr-defined]


async def test_the_group_itself_never_rates(play: Play) -> None:
    await settled(play)
    await play.forge(THE_GROUP, CHAT, "rate:1:1:5")
    (paper,) = await play.papers(1)
    assert paper.score is None


async def test_a_requester_who_came_to_lead_does_not_rate(play: Play) -> None:
    await settled(play)
    async with play.database.begin() as work:
        await work.members.set_administrators(CHAT.id, [MEI.id], play.now)
    assert "不参加评价" in await play.tap(MEI, play.rating(1), "满意")


async def test_the_last_vote_counts_and_all_are_kept(play: Play) -> None:
    await settled(play)
    await play.tap(MEI, play.rating(1), "非常不满意")
    await play.forge(MEI, CHAT, "rate:1:1:4")
    (paper,) = await play.papers(1)
    assert paper.score == 4
    assert await _events(play, Rated) == 2


async def test_a_double_tap_is_one_vote(play: Play) -> None:
    await settled(play)
    await play.tap(MEI, play.rating(1), "满意")
    await play.forge(MEI, CHAT, "rate:1:1:4")
    await play.tap(MEI, play.rating(1), "已解决")
    await play.forge(MEI, CHAT, "solved:1:1")
    assert (await _events(play, Rated), await _events(play, Judged)) == (1, 1)


async def test_the_vote_closes_with_the_window(play: Play) -> None:
    await settled(play)
    play.later(days=7)
    assert await play.tap(MEI, play.rating(1), "满意") == "№1 的评价时间已过。"


async def test_a_tap_that_may_have_come_in_time_counts_and_is_marked(play: Play) -> None:
    await settled(play)
    play.later(days=7)
    await play.forge(MEI, CHAT, "rate:1:1:4", early=30)
    (paper,) = await play.papers(1)
    assert (paper.score, paper.edge) == (4, True)


async def test_not_solved_takes_a_second_tap_and_then_reopens(play: Play) -> None:
    await settled(play)
    await play.tap(MEI, play.rating(1), "不满意")
    await play.tap(MEI, play.rating(1), "没有解决")
    assert (await play.case(1)).state is State.RESOLVED
    assert await play.tap(MEI, play.rating(1), "确认，请重开") == "№1 已重开，会继续办理。"
    case = await play.case(1)
    assert (case.state, case.reopened) == (State.ACCEPTED, 1)
    assert play.rating(1).labels == []
    assert "诉求人表示没有解决" in play.spoken()[-1].text
    assert f"tg://user?id={LI.id}" in play.spoken()[-1].html


async def test_a_second_confirmation_changes_nothing(play: Play) -> None:
    await settled(play)
    await play.forge(MEI, CHAT, "confirm:1:1")
    assert "已重开，办结后会再请您评价" in await play.forge(MEI, CHAT, "confirm:1:1")
    assert (await play.case(1)).reopened == 1


async def test_going_back_from_not_solved_leaves_all_as_it_was(play: Play) -> None:
    await settled(play)
    await play.tap(MEI, play.rating(1), "满意")
    await play.tap(MEI, play.rating(1), "没有解决")
    await play.tap(MEI, play.rating(1), "返回")
    assert len(play.rating(1).labels) == 5
    assert (await play.case(1)).state is State.RESOLVED


async def test_rework_is_rated_in_a_round_of_its_own(play: Play) -> None:
    await settled(play)
    await play.forge(MEI, CHAT, "confirm:1:1")
    await play.say(LI, "#办结 №1 线路也修了")
    assert "上一次办结" in await play.forge(MEI, CHAT, "rate:1:1:5")
    await play.tap(MEI, play.rating(1, 2), "非常满意")
    first, second = await play.papers(1)
    assert (first.score, second.score) == (None, 5)
    assert first.closes_at == second.asked_at


async def test_from_the_second_not_solved_on_the_level_above_is_told(play: Play) -> None:
    await play.started(HEAD)
    await settled(play)
    await play.forge(MEI, CHAT, "confirm:1:1")
    assert len(play.spoken(private(HEAD.id))) == 1
    await play.say(LI, "#办结 №1 再修")
    await play.forge(MEI, CHAT, "confirm:1:2")
    assert "累计 2 次" in play.spoken(private(HEAD.id))[-1].text


async def test_a_low_score_on_something_solved_asks_for_the_reason_in_private(play: Play) -> None:
    await play.started(HEAD)
    await settled(play)
    await play.tap(MEI, play.rating(1), "不满意")
    told = await play.tap(MEI, play.rating(1), "已解决")
    assert "私下补充说明" in told
    assert (await play.case(1)).state is State.RESOLVED
    assert "评价为“不满意”" in play.spoken(private(HEAD.id))[-1].text
    link = play.rating(1).button("私下补充说明")
    assert link.url == "https://t.me/gridward_bot?start=why-1"  # type: ignore[union-attr]


async def test_a_reason_given_in_private_is_kept_and_read_by_the_level_above(play: Play) -> None:
    await play.started(HEAD)
    await settled(play)
    await play.tap(MEI, play.rating(1), "不满意")
    chat = private(MEI.id)
    await play.say(MEI, "/start why-1", chat=chat)
    assert "群里看不到" in play.spoken(chat)[-1].text
    await play.say(MEI, "修了五天才来人", chat=chat)
    assert "监委会会看到" in play.spoken(chat)[-1].text
    (paper,) = await play.papers(1)
    assert await play.words(paper.reason) == "修了五天才来人"
    assert "修了五天才来人" in play.spoken(private(HEAD.id))[-1].text
    assert all("修了五天" not in message.text for message in play.spoken())


async def test_only_the_first_message_after_the_question_is_the_reason(play: Play) -> None:
    await settled(play)
    chat = private(MEI.id)
    await play.say(MEI, "/start why-1", chat=chat)
    await play.say(MEI, "来得太晚", chat=chat)
    await play.say(MEI, "你好", chat=chat)
    assert await _events(play, Explained) == 1


@pytest.mark.parametrize("other", [CHEN, LI])
async def test_somebody_elses_link_for_a_reason_is_refused(play: Play, other: object) -> None:
    await settled(play)
    chat = private(other.id)  # type: ignore[attr-defined]
    await play.say(other, "/start why-1", chat=chat)  # type: ignore[arg-type]
    await play.say(other, "我也不满意", chat=chat)  # type: ignore[arg-type]
    assert await _events(play, Explained) == 0


async def test_the_handler_never_reads_a_score(play: Play) -> None:
    await play.started(HEAD)
    await play.say(MEI, "#问题 灯坏了")
    await play.say(HEAD, "#受理 №1")
    await play.say(HEAD, "#办结 №1 灯已换")
    await play.tap(MEI, play.rating(1), "非常不满意")
    await play.tap(MEI, play.rating(1), "已解决")
    assert all("不满意" not in message.text for message in play.spoken(private(HEAD.id)))


async def test_nor_does_who_handled_it_before_or_said_that_it_was_settled(play: Play) -> None:
    await play.started(HEAD)
    await play.say(MEI, "#问题 灯坏了")
    await play.say(HEAD, "#受理 №1")
    await play.say(LI, "#受理 №1")
    await play.say(HEAD, "#办结 №1 灯已换")
    await play.tap(MEI, play.rating(1), "非常不满意")
    await play.tap(MEI, play.rating(1), "已解决")
    assert len(play.spoken(private(HEAD.id))) == 1


async def test_who_never_started_the_bot_is_not_written_to(play: Play) -> None:
    await settled(play)
    await play.tap(MEI, play.rating(1), "不满意")
    await play.tap(MEI, play.rating(1), "已解决")
    assert play.spoken(private(HEAD.id)) == []


async def test_reminder_and_window_end_are_due_and_fall_away_on_reopening(play: Play) -> None:
    await settled(play)
    asked = play.now
    assert await _due(play) == {
        "rating_reminder 1:1": asked + timedelta(hours=48),
        "window_end 1:1": asked + timedelta(days=7),
    }
    await play.forge(MEI, CHAT, "confirm:1:1")
    assert await _due(play) == {"work_by 1:1": play.now + timedelta(days=3)}


async def test_the_request_speaks_english_in_an_english_group(english: Play) -> None:
    await english.say(MEI, "#issue lamp broken")
    await english.say(LI, "#done №1 lamp replaced")
    assert english.rating(1).text.splitlines() == [
        "王梅, №1 is reported settled: lamp replaced",
        (
            "How satisfied are you? Only you can tap. The group and its grid leader do not see "
            "what you choose; the committee does."
        ),
        "You can rate until Mon 9 Nov, 12:00.",
        "#case1",
    ]
    await english.tap(MEI, english.rating(1), "Satisfied")
    assert english.rating(1).labels == ["Solved", "Not solved"]
    await english.tap(MEI, english.rating(1), "Solved")
    assert english.rating(1).labels == ["Change my rating", "Say more, in private"]


async def _events(play: Play, kind: type) -> int:
    async with play.database.look() as work:
        story = await work.stories.one(1)
    assert story is not None
    return sum(isinstance(entry.event, kind) for entry in story.entries)


class _RolledBack(Exception):  # noqa: N818 - no error: it ends a claim that is only a look
    pass


async def _due(play: Play) -> dict[str, datetime]:
    """Return what is due about ratings and rework, by claiming it and rolling that back."""
    found = {}
    with suppress(_RolledBack):
        async with play.database.begin() as work:
            while due := await work.due.claim(play.now + timedelta(days=30)):
                found[f"{due.kind} {due.subject}"] = due.at
            raise _RolledBack
    return {key: at for key, at in found.items() if ":" in key}
