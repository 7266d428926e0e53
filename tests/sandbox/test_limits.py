"""Telegram's limits, on the sandbox's clock."""

from datetime import timedelta

from sandbox.api.limits import Limits
from sandbox.world.chats import Chat, ChatKind
from sandbox.world.users import Bot
from tests.sandbox.neighbourhood import Client, Neighbourhood

BOT = Bot(1, "Bot", is_bot=True)
GROUP = Chat(-1, ChatKind.SUPERGROUP)


def test_a_chat_takes_one_a_second_after_a_burst_of_three() -> None:
    limits = Limits()
    chat = Chat(5, ChatKind.PRIVATE)
    assert [limits.spend(BOT, chat, now=0) for _ in range(4)] == [0, 0, 0, 1]
    assert [limits.spend(BOT, chat, now) for now in (1, 1.5, 2, 2.5)] == [0, 1, 0, 1]


def test_a_group_takes_twenty_a_minute() -> None:
    limits = Limits()
    assert all(limits.spend(BOT, GROUP, now=second) == 0 for second in range(20))
    assert limits.spend(BOT, GROUP, now=20) == 40
    assert limits.spend(BOT, GROUP, now=60) == 0


def test_a_bot_sends_thirty_a_second_in_all() -> None:
    limits = Limits()
    chats = [Chat(number, ChatKind.PRIVATE) for number in range(1, 32)]
    assert [limits.spend(BOT, chat, now=0) for chat in chats] == [0] * 30 + [1]
    assert limits.spend(BOT, chats[-1], now=1) == 0


def test_a_clock_set_back_frees_everything() -> None:
    limits = Limits()
    for _ in range(3):
        limits.spend(BOT, GROUP, now=1_000_000)
    assert limits.spend(BOT, GROUP, now=0) == 0


async def test_the_answer_is_429_until_the_clock_moves(
    client: Client, place: Neighbourhood
) -> None:
    send = {"chat_id": place.group.id, "text": "x"}
    for _ in range(3):
        await client.call("sendMessage", **send)
    assert await client.answer("sendMessage", **send) == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    place.sandbox.clock.advance(timedelta(seconds=1))
    assert await client.call("sendMessage", **send)
    assert len(place.sandbox.record.sent) == 4


async def test_limits_can_be_switched_off(client: Client, place: Neighbourhood) -> None:
    place.sandbox.limits.enabled = False
    for _ in range(25):
        await client.call("sendMessage", chat_id=place.group.id, text="x")
    assert len(place.sandbox.record.sent) == 25
