"""A basic group becomes a supergroup."""

import pytest

from sandbox import ImpossibleError
from tests.sandbox.neighbourhood import Client, Neighbourhood


async def test_two_service_messages_and_a_new_number(client: Client, place: Neighbourhood) -> None:
    sandbox = place.sandbox
    group = sandbox.add_group("翠苑四区", place.li, supergroup=False)
    sandbox.add_member(group, place.bot)
    await client.updates()
    successor = sandbox.migrate(group)
    farewell, welcome = [update["message"] for update in await client.updates()]
    assert (farewell["chat"]["id"], farewell["chat"]["type"]) == (group.id, "group")
    assert farewell["migrate_to_chat_id"] == successor.id
    assert (welcome["chat"]["id"], welcome["chat"]["type"]) == (successor.id, "supergroup")
    assert welcome["migrate_from_chat_id"] == group.id
    assert welcome["sender_chat"]["id"] == successor.id
    assert successor.id < -1_000_000_000_000


async def test_sending_to_the_old_number_tells_the_new(
    client: Client, place: Neighbourhood
) -> None:
    group = place.sandbox.add_group("翠苑四区", place.li, supergroup=False)
    place.sandbox.add_member(group, place.bot)
    successor = place.sandbox.migrate(group)
    assert await client.answer("sendMessage", chat_id=group.id, text="x") == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": successor.id},
    }
    assert await client.call("sendMessage", chat_id=successor.id, text="x")


def test_nothing_is_said_in_the_old_group_and_nothing_migrates_twice(
    place: Neighbourhood,
) -> None:
    group = place.sandbox.add_group("翠苑四区", place.li, supergroup=False)
    place.sandbox.migrate(group)
    with pytest.raises(ImpossibleError):
        place.sandbox.say(place.li, group, "x")
    with pytest.raises(ImpossibleError):
        place.sandbox.migrate(group)
    with pytest.raises(ImpossibleError):
        place.sandbox.migrate(place.group)
