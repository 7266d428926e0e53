"""What is in the outbox reaches Telegram, once, in order, and whatever Telegram answers."""

import pytest

from domain.delivery import Button, Edit, PopUp, Post, Purpose, Urgency
from sandbox import Answer, Fault, FaultKind
from storage.database import Database
from tests.bot.outgoing import Outgoings
from tests.bot.stage import Stage


async def test_a_post_arrives_with_its_keyboard_as_a_reply(stage: Stage, out: Outgoings) -> None:
    asked = stage.sandbox.say(stage.mei, stage.group, "#问题 电梯坏了")
    keyboard = ((Button("受理", "accept:12"),),)
    async with out.sending():
        await out.put(
            Post(stage.group.id, "<b>№12</b>", "card:12", reply_to=asked.id, keyboard=keyboard)
        )
        await stage.sandbox.until(stage.spoken)
    (card,) = stage.spoken()
    assert card.text == "№12"
    assert card.reply_to == asked.id
    assert [button.data for button in card.buttons] == ["accept:12"]


async def test_messages_of_a_chat_keep_their_order(stage: Stage, out: Outgoings) -> None:
    stage.sandbox.limits.enabled = False
    await out.put(*(Post(stage.group.id, str(n), f"key:{n}") for n in range(12)))
    async with out.sending():
        await stage.sandbox.until(lambda: len(stage.spoken()) == 12)
    assert stage.texts() == [str(n) for n in range(12)]


async def test_a_persons_answer_goes_before_bulk(stage: Stage, out: Outgoings) -> None:
    await out.put(
        Post(stage.group.id, "summary", "s", urgency=Urgency.BULK), Post(stage.group.id, "hi", "a")
    )
    async with out.sending():
        await stage.sandbox.until(lambda: len(stage.spoken()) == 2)
    assert stage.texts() == ["hi", "summary"]


async def test_a_key_that_is_known_is_sent_once(stage: Stage, out: Outgoings) -> None:
    async with out.sending():
        await out.put(Post(stage.group.id, "once", "key"))
        await stage.sandbox.until(stage.spoken)
        await out.put(Post(stage.group.id, "twice", "key"), Post(stage.group.id, "other", "other"))
        await stage.sandbox.until(lambda: len(stage.spoken()) == 2)
    assert stage.texts() == ["once", "other"]


async def test_an_edit_finds_its_post_by_key(stage: Stage, out: Outgoings) -> None:
    async with out.sending():
        await out.put(Post(stage.group.id, "new", "card"))
        await stage.sandbox.until(stage.spoken)
        await out.put(Edit(stage.group.id, "accepted", "card"))
        await stage.until_said("accepted")


async def test_edits_that_wait_together_become_the_last(stage: Stage, out: Outgoings) -> None:
    async with out.sending():
        await out.put(Post(stage.group.id, "new", "card"))
        await stage.sandbox.until(stage.spoken)
    await out.put(*(Edit(stage.group.id, f"version {n}", "card") for n in range(5)))
    async with out.sending():
        await stage.until_said("version 4")
    assert stage.sandbox.record.count("editMessageText") == 1


async def test_an_edit_of_a_post_not_sent_yet_changes_the_post(
    stage: Stage, out: Outgoings
) -> None:
    await out.put(Post(stage.group.id, "new", "card"), Edit(stage.group.id, "accepted", "card"))
    async with out.sending():
        await stage.sandbox.until(stage.spoken)
    assert stage.texts() == ["accepted"]
    assert stage.sandbox.record.count("editMessageText") == 0


async def test_a_card_deleted_in_the_chat_is_posted_anew(stage: Stage, out: Outgoings) -> None:
    async with out.sending():
        await out.put(Post(stage.group.id, "new", "card", Purpose.CARD))
        await stage.sandbox.until(stage.spoken)
        stage.sandbox.delete(stage.spoken()[0])
        await out.put(Edit(stage.group.id, "accepted", "card"))
        await stage.until_said("accepted")
        await out.put(Edit(stage.group.id, "resolved", "card"))
        await stage.until_said("resolved")


async def test_an_edit_that_changes_nothing_counts_as_done(
    stage: Stage, out: Outgoings, database: Database
) -> None:
    async with out.sending():
        await out.put(Post(stage.group.id, "same", "card"))
        await stage.sandbox.until(stage.spoken)
        await out.put(Edit(stage.group.id, "same", "card"))
        await stage.sandbox.until(lambda: stage.sandbox.record.count("editMessageText"))
    async with database.look() as work:
        assert await work.outbox.waiting() == 0
        assert await work.outbox.retired() == []


async def test_a_sent_message_leads_back_to_its_case(
    stage: Stage, out: Outgoings, database: Database
) -> None:
    async with out.sending():
        await out.put(Post(stage.group.id, "№7", "card:7", Purpose.CARD, case=7))
        await stage.sandbox.until(stage.spoken)
    (card,) = stage.spoken()
    async with database.look() as work:
        assert await work.posts.case_of(stage.group.id, card.id) == 7


async def test_a_placeholder_becomes_the_text(stage: Stage, out: Outgoings) -> None:
    async with out.sending():
        await out.put(Post(stage.group.id, "the week", "w45", Purpose.SUMMARY, placeholder="…"))
        await stage.until_said("the week")
    assert [each.text for each in stage.sandbox.record.sent] == ["…"]


async def test_a_pop_up_answers_the_tap(stage: Stage, out: Outgoings) -> None:
    async with out.sending():
        await out.put(Post(stage.group.id, "card", "card", keyboard=((Button("Rate", "rate"),),)))
        await stage.sandbox.until(stage.spoken)
        tapped = stage.tap("Rate")
        await stage.sandbox.until(lambda: stage.sandbox.world.queries.all)
        (tap,) = stage.sandbox.world.queries.all
        await out.put(PopUp(tap, "Only the requester may.", alert=True))
        assert await tapped == Answer("Only the requester may.", show_alert=True)


@pytest.mark.parametrize(
    "fault",
    [
        Fault(kind=FaultKind.TOO_MANY, method="sendMessage", seconds=1),
        Fault(kind=FaultKind.REFUSE, method="sendMessage", code=502, description="Bad Gateway"),
        Fault(kind=FaultKind.CUT_LINE, method="sendMessage"),
    ],
    ids=["429", "502", "line cut"],
)
async def test_a_passing_failure_is_tried_again(stage: Stage, out: Outgoings, fault: Fault) -> None:
    stage.sandbox.faults.order(fault)
    async with out.sending():
        await out.put(Post(stage.group.id, "first", "1"), Post(stage.group.id, "second", "2"))
        await stage.sandbox.until(lambda: len(stage.spoken()) == 2)
    assert stage.texts() == ["first", "second"]


@pytest.mark.parametrize("kind", [FaultKind.DROP_ANSWER, FaultKind.GARBLE])
async def test_a_lost_answer_leaves_a_twin_that_is_listed(
    stage: Stage, out: Outgoings, database: Database, kind: FaultKind
) -> None:
    stage.sandbox.faults.order(Fault(kind=kind, method="sendMessage"))
    async with out.sending():
        await out.put(Post(stage.group.id, "№7", "card:7", Purpose.CARD, case=7))
        await stage.sandbox.until(lambda: len(stage.spoken()) == 2)
    async with database.look() as work:
        (doubt,) = await work.outbox.in_doubt()
    assert (doubt.chat, doubt.case, doubt.times) == (stage.group.id, 7, 1)


async def test_a_report_behind_a_placeholder_never_stands_twice(
    stage: Stage, out: Outgoings
) -> None:
    stage.sandbox.faults.order(Fault(kind=FaultKind.DROP_ANSWER, method="sendMessage"))
    stage.sandbox.faults.order(Fault(kind=FaultKind.DROP_ANSWER, method="editMessageText"))
    async with out.sending():
        await out.put(Post(stage.group.id, "the week", "w45", Purpose.SUMMARY, placeholder="…"))
        await stage.sandbox.until(lambda: stage.sandbox.record.count("editMessageText") == 2)
    assert stage.texts().count("the week") == 1


async def test_a_send_cut_by_a_crash_is_repeated_and_in_doubt(
    stage: Stage, out: Outgoings, database: Database
) -> None:
    stage.sandbox.faults.order(Fault(kind=FaultKind.DELAY, method="sendMessage", seconds=30))
    await out.put(Post(stage.group.id, "№7", "card:7"))
    async with out.killed_while_sending():
        await stage.sandbox.until(stage.spoken)
    async with out.sending():
        await stage.sandbox.until(lambda: len(stage.spoken()) == 2)
    async with database.look() as work:
        assert [each.times for each in await work.outbox.in_doubt()] == [1]


async def test_an_edit_cut_by_a_crash_is_not_in_doubt(
    stage: Stage, out: Outgoings, database: Database
) -> None:
    async with out.sending():
        await out.put(Post(stage.group.id, "new", "card"))
        await stage.sandbox.until(stage.spoken)
    await out.put(Edit(stage.group.id, "accepted", "card"))
    stage.sandbox.faults.order(Fault(kind=FaultKind.DELAY, method="editMessageText", seconds=30))
    async with out.killed_while_sending():
        await stage.until_said("accepted")
    async with out.sending():
        await stage.sandbox.until(lambda: stage.sandbox.record.count("editMessageText") == 2)
    async with database.look() as work:
        assert await work.outbox.in_doubt() == []


async def test_one_chat_that_must_wait_does_not_hold_up_another(
    stage: Stage, out: Outgoings
) -> None:
    other = stage.another_group()
    stage.sandbox.faults.order(Fault(kind=FaultKind.TOO_MANY, chat_id=stage.group.id, seconds=600))
    await out.put(Post(stage.group.id, "held", "1"), Post(other.id, "free", "2"))
    async with out.sending():
        await stage.sandbox.until(lambda: stage.spoken(other))
    assert stage.spoken() == []


async def test_what_waits_when_stopped_is_sent_after_the_next_start(
    stage: Stage, out: Outgoings, database: Database
) -> None:
    stage.sandbox.faults.order(Fault(kind=FaultKind.TOO_MANY, chat_id=stage.group.id, seconds=600))
    await out.put(Post(stage.group.id, "held", "1"))
    async with out.sending():
        await stage.sandbox.until(lambda: stage.sandbox.record.count("sendMessage"))
    async with out.sending():
        await stage.until_said("held")
    async with database.look() as work:
        assert await work.outbox.in_doubt() == []
