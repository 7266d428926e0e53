"""getUpdates: offsets that confirm, waiting, kinds, conflicts, a day's patience."""

import asyncio
from datetime import timedelta
from email.utils import parsedate_to_datetime

from tests.sandbox.neighbourhood import Client, Neighbourhood


def polls(place: Neighbourhood) -> int:
    """Return how many polls have begun."""
    return place.sandbox.world.desk(place.bot).poll


async def test_updates_stay_until_an_offset_confirms_them(
    client: Client, place: Neighbourhood
) -> None:
    await client.updates()
    for text in "abc":
        place.sandbox.say(place.mei, place.group, text)
    first = await client.call("getUpdates")
    again = await client.call("getUpdates", limit=2)
    assert [each["message"]["text"] for each in first] == ["a", "b", "c"]
    assert again == first[:2]
    ids = [each["update_id"] for each in first]
    assert ids == list(range(ids[0], ids[0] + 3))
    rest = await client.call("getUpdates", offset=ids[1] + 1)
    assert [each["update_id"] for each in rest] == [ids[2]]
    assert await client.call("getUpdates") == rest


async def test_a_negative_offset_keeps_the_last_only(client: Client, place: Neighbourhood) -> None:
    for text in "abc":
        place.sandbox.say(place.mei, place.group, text)
    (last,) = await client.call("getUpdates", offset=-1)
    assert last["message"]["text"] == "c"
    assert await client.call("getUpdates") == [last]


async def test_ids_begin_at_random(place: Neighbourhood) -> None:
    other = place.sandbox.add_bot("42:" + "x" * 35, "other_bot", "Other")
    place.sandbox.add_member(place.group, other)
    world = place.sandbox.world
    first, second = (world.desk(bot).feed.waiting(0)[0].id for bot in (place.bot, other))
    assert first != second


async def test_unconfirmed_updates_vanish_after_a_day(client: Client, place: Neighbourhood) -> None:
    await client.updates()
    place.sandbox.say(place.mei, place.group, "old")
    place.sandbox.clock.advance(timedelta(hours=23, minutes=59))
    place.sandbox.say(place.mei, place.group, "new")
    assert len(await client.call("getUpdates")) == 2
    place.sandbox.clock.advance(timedelta(minutes=2))
    (left,) = await client.call("getUpdates")
    assert left["message"]["text"] == "new"


async def test_ids_jump_after_a_quiet_week(client: Client, place: Neighbourhood) -> None:
    last = (await client.updates())[-1]["update_id"]
    place.sandbox.clock.advance(timedelta(days=8))
    place.sandbox.say(place.mei, place.group, "back")
    (update,) = await client.call("getUpdates")
    assert update["update_id"] != last + 1


async def test_a_second_poll_ends_the_first(client: Client, place: Neighbourhood) -> None:
    await client.updates()
    begun = polls(place)
    first = asyncio.create_task(client.answer("getUpdates", timeout=30))
    await place.sandbox.until(lambda: polls(place) == begun + 1)
    second = asyncio.create_task(client.answer("getUpdates", timeout=30))
    assert await first == {
        "ok": False,
        "error_code": 409,
        "description": "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    }
    place.sandbox.say(place.mei, place.group, "hello")
    assert (await second)["result"][0]["message"]["text"] == "hello"


async def test_a_webhook_forbids_polling(client: Client, place: Neighbourhood) -> None:
    assert polls(place) == 0
    await client.call("setWebhook", url="http://127.0.0.1:1/hook")
    answer = await client.answer("getUpdates")
    assert answer["error_code"] == 409
    assert answer["description"] == (
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )
    await client.call("deleteWebhook", drop_pending_updates=True)
    assert await client.call("getUpdates") == []


async def test_reactions_and_members_come_only_when_asked_for(
    client: Client, place: Neighbourhood
) -> None:
    sandbox = place.sandbox
    sandbox.promote(place.group, place.bot)
    said = sandbox.say(place.mei, place.group, "hello")
    await client.updates()
    sandbox.react(place.mei, said, ["👍"])
    assert await client.call("getUpdates", allowed_updates=["message_reaction"]) == []
    sandbox.react(place.mei, said, ["🎉"])
    sandbox.say(place.mei, place.group, "unseen")
    (update,) = await client.call("getUpdates")
    reaction = update["message_reaction"]
    assert reaction["old_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    assert reaction["new_reaction"] == [{"type": "emoji", "emoji": "🎉"}]
    assert (reaction["message_id"], reaction["user"]["id"]) == (said.id, place.mei.id)
    await client.call("getUpdates", allowed_updates=[], offset=update["update_id"] + 1)
    sandbox.react(place.mei, said, [])
    sandbox.say(place.mei, place.group, "seen")
    assert [each["message"]["text"] for each in await client.call("getUpdates")] == ["seen"]


async def test_a_clock_jump_ends_a_waiting_poll(client: Client, place: Neighbourhood) -> None:
    await client.updates()
    begun = polls(place)
    waiting = asyncio.create_task(client.http.get(f"{client.base}/getUpdates?timeout=30"))
    await place.sandbox.until(lambda: polls(place) == begun + 1)
    place.sandbox.clock.advance(timedelta(days=3))
    response = await waiting
    assert response.json() == {"ok": True, "result": []}
    moved = place.sandbox.clock.now() - parsedate_to_datetime(response.headers["date"])
    assert moved < timedelta(minutes=1)
