"""What Telegram refuses for good, and where a message goes instead."""

import pytest

from domain.delivery import DeliveryFailed, Post, Purpose, Refusal
from sandbox import Fault, FaultKind
from storage.database import Database
from tests.bot.outgoing import Outgoings
from tests.bot.stage import Stage


async def test_a_kicked_bot_stops_sending_there_and_says_so_once(
    stage: Stage, out: Outgoings
) -> None:
    stage.sandbox.kick(stage.group, stage.me, by=stage.mei)
    other = stage.another_group()
    out.in_return = [Post(other.id, "the other group is lost", "notice", Purpose.NOTICE)]
    await out.put(*(Post(stage.group.id, str(n), f"key:{n}") for n in range(5)))
    async with out.sending():
        await stage.sandbox.until(lambda: stage.spoken(other))
        await out.put(Post(stage.group.id, "late", "late"), Post(other.id, "end", "end"))
        await stage.sandbox.until(lambda: stage.texts(other)[-1] == "end")
    assert [(each.chat, each.why) for each in out.failures] == [(stage.group.id, Refusal.KICKED)]
    to_group = [
        each for each in stage.sandbox.record.requests if each.values["chat_id"] == stage.group.id
    ]
    assert len(to_group) == 1


@pytest.mark.parametrize(
    ("code", "description", "why"),
    [
        (403, "Forbidden: bot was kicked from the supergroup chat", Refusal.KICKED),
        (403, "Forbidden: bot was blocked by the user", Refusal.BLOCKED),
        (403, "Forbidden: user is deactivated", Refusal.BLOCKED),
        (403, "Forbidden: bot can't initiate conversation with a user", Refusal.BLOCKED),
        (400, "Bad Request: chat not found", Refusal.GONE),
        (
            400,
            "Bad Request: not enough rights to send text messages to the chat",
            Refusal.NO_RIGHTS,
        ),
        (400, "Bad Request: can't parse entities: unclosed tag", Refusal.REJECTED),
    ],
)
async def test_a_permanent_refusal_is_named(
    stage: Stage, out: Outgoings, code: int, description: str, why: Refusal
) -> None:
    refuse = Fault(kind=FaultKind.REFUSE, method="sendMessage", code=code, description=description)
    stage.sandbox.faults.order(refuse)
    async with out.sending():
        await out.put(Post(stage.group.id, "text", "key", Purpose.CARD, case=3))
        await stage.sandbox.until(lambda: out.failures or stage.sandbox.record.count("sendMessage"))
    assert out.failures == [DeliveryFailed(stage.group.id, why, description, 3, Purpose.CARD)]


async def test_a_rejected_message_does_not_stop_its_chat(stage: Stage, out: Outgoings) -> None:
    async with out.sending():
        await out.put(Post(stage.group.id, "<b>broken", "1"), Post(stage.group.id, "whole", "2"))
        await stage.sandbox.until(stage.spoken)
    assert stage.texts() == ["whole"]
    assert [each.why for each in out.failures] == [Refusal.REJECTED]


async def test_a_chat_is_sent_to_again_once_resumed(
    stage: Stage, out: Outgoings, database: Database
) -> None:
    stage.sandbox.kick(stage.group, stage.me, by=stage.mei)
    async with out.sending():
        await out.put(Post(stage.group.id, "lost", "1"))
        await stage.sandbox.until(lambda: out.failures)
        stage.sandbox.add_member(stage.group, stage.me)
        async with database.begin() as work:
            await work.outbox.resume(stage.group.id)
        await out.put(Post(stage.group.id, "back", "2"))
        await stage.until_said("back")


async def test_messages_follow_a_group_to_its_new_id(stage: Stage, out: Outgoings) -> None:
    group = stage.sandbox.add_group("翠苑五区", stage.mei, supergroup=False)
    stage.sandbox.add_member(group, stage.me)
    supergroup = stage.sandbox.migrate(group)
    async with out.sending():
        await out.put(*(Post(group.id, str(n), f"key:{n}") for n in range(3)))
        await stage.sandbox.until(lambda: len(stage.spoken(supergroup)) == 3)
    assert stage.texts(supergroup) == ["0", "1", "2"]


async def test_a_topic_that_is_gone_gives_way_to_the_general_one(
    stage: Stage, out: Outgoings
) -> None:
    forum = stage.sandbox.add_group("Forum", stage.mei, forum=True)
    stage.sandbox.add_member(forum, stage.me)
    async with out.sending():
        await out.put(Post(forum.id, "the week", "w45", thread=987))
        await stage.sandbox.until(lambda: stage.spoken(forum))
    assert stage.spoken(forum)[0].thread is None
