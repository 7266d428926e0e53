"""Callback queries: answers, forgeries, and how long they wait."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from sandbox import ImpossibleError, Message
from tests.sandbox.neighbourhood import Client, Neighbourhood

KEYBOARD = {"inline_keyboard": [[{"text": "受理", "callback_data": "a:1"}]]}
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def card(client: Client, place: Neighbourhood) -> Message:
    """Return a message of the bot with one button."""
    await client.updates()
    sent = await client.call(
        "sendMessage", chat_id=place.group.id, text="№1", reply_markup=KEYBOARD
    )
    return place.group.messages[sent["message_id"]]


async def tapped(client: Client) -> dict[str, Any]:
    """Return the next callback query."""
    (update,) = await client.updates(timeout=5)
    query: dict[str, Any] = update["callback_query"]
    return query


async def test_the_person_sees_the_bots_answer(client: Client, place: Neighbourhood) -> None:
    shown = await card(client, place)
    tapping = asyncio.create_task(place.sandbox.tap(place.mei, shown, "受理"))
    query = await tapped(client)
    assert (query["data"], query["from"]["id"]) == ("a:1", place.mei.id)
    assert query["message"]["message_id"] == shown.id
    assert await client.call("answerCallbackQuery", callback_query_id=query["id"], text="不行")
    answer = await tapping
    assert answer is not None
    assert (answer.text, answer.show_alert) == ("不行", False)
    again = await client.refusal("answerCallbackQuery", callback_query_id=query["id"])
    assert again == TOO_OLD


async def test_a_tap_nobody_answers_in_time_brings_nothing(
    client: Client, place: Neighbourhood
) -> None:
    shown = await card(client, place)
    tapping = asyncio.create_task(place.sandbox.tap(place.mei, shown, "a:1", patience=30))
    query = await tapped(client)
    place.sandbox.clock.advance(timedelta(seconds=61))
    assert await tapping is None
    refusal = await client.refusal("answerCallbackQuery", callback_query_id=query["id"])
    assert refusal == TOO_OLD
    assert await client.refusal("answerCallbackQuery", callback_query_id="1") == TOO_OLD


async def test_a_forged_tap_reaches_the_bot(client: Client, place: Neighbourhood) -> None:
    shown = await card(client, place)
    pressing = asyncio.create_task(
        place.sandbox.press(place.mei, shown, "delete:everything", patience=0.01)
    )
    assert (await tapped(client))["data"] == "delete:everything"
    assert await pressing is None


async def test_an_anonymous_administrator_taps_by_name(
    client: Client, place: Neighbourhood
) -> None:
    place.sandbox.promote(place.group, place.li, anonymous=True)
    shown = await card(client, place)
    await place.sandbox.tap(place.li, shown, "受理", patience=0.01)
    assert (await tapped(client))["from"]["id"] == place.li.id


async def test_only_real_buttons_of_present_people_can_be_tapped(
    client: Client, place: Neighbourhood
) -> None:
    shown = await card(client, place)
    with pytest.raises(ImpossibleError, match="there are: 受理"):
        await place.sandbox.tap(place.mei, shown, "办结")
    place.sandbox.leave(place.group, place.mei)
    with pytest.raises(ImpossibleError, match="not in the chat"):
        await place.sandbox.tap(place.mei, shown, "受理")
