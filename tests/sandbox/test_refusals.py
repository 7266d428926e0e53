"""Where a bot may not go, in Telegram's words."""

from typing import Any

from tests.sandbox.neighbourhood import TOKEN, Client, Neighbourhood


async def refused(client: Client, chat_id: object) -> dict[str, Any]:
    """Return the answer to a message that cannot be sent."""
    answer = await client.answer("sendMessage", chat_id=chat_id, text="x")
    assert answer.pop("ok") is False
    return answer


async def test_a_chat_nobody_knows(client: Client, place: Neighbourhood) -> None:
    assert place.group.id != -5
    expected = {"error_code": 400, "description": "Bad Request: chat not found"}
    assert await refused(client, -5) == expected
    assert await refused(client, "@nowhere") == expected


async def test_a_group_that_threw_the_bot_out(client: Client, place: Neighbourhood) -> None:
    place.sandbox.kick(place.group, place.bot)
    assert await refused(client, place.group.id) == {
        "error_code": 403,
        "description": "Forbidden: bot was kicked from the supergroup chat",
    }


async def test_a_basic_group_says_so(client: Client, place: Neighbourhood) -> None:
    group = place.sandbox.add_group("翠苑四区", place.li, supergroup=False)
    place.sandbox.add_member(group, place.bot)
    place.sandbox.kick(group, place.bot)
    answer = await refused(client, group.id)
    assert answer["description"] == "Forbidden: bot was kicked from the group chat"


async def test_a_group_the_bot_left(client: Client, place: Neighbourhood) -> None:
    assert await client.call("leaveChat", chat_id=place.group.id)
    answer = await refused(client, place.group.id)
    assert answer["description"] == "Forbidden: bot is not a member of the supergroup chat"


async def test_people_who_never_wrote_blocked_or_left(client: Client, place: Neighbourhood) -> None:
    sandbox, mei = place.sandbox, place.mei
    answer = await refused(client, mei.id)
    assert answer["description"] == "Forbidden: bot can't initiate conversation with a user"
    private = sandbox.private(mei, place.bot)
    answer = await refused(client, mei.id)
    assert answer["description"] == "Forbidden: bot can't initiate conversation with a user"
    sandbox.say(mei, private, "/start")
    assert await client.call("sendMessage", chat_id=mei.id, text="您好")
    sandbox.block(mei, place.bot)
    answer = await refused(client, mei.id)
    assert answer == {"error_code": 403, "description": "Forbidden: bot was blocked by the user"}
    sandbox.unblock(mei, place.bot)
    sandbox.deactivate(mei)
    answer = await refused(client, mei.id)
    assert answer["description"] == "Forbidden: user is deactivated"


async def test_a_restricted_bot(client: Client, place: Neighbourhood) -> None:
    place.sandbox.restrict(place.group, place.bot)
    assert await refused(client, place.group.id) == {
        "error_code": 400,
        "description": "Bad Request: not enough rights to send text messages to the chat",
    }


async def test_a_wrong_token_and_a_wrong_method(client: Client, place: Neighbourhood) -> None:
    assert place.bot.token == TOKEN
    assert await client.answer("flyAway") == {
        "ok": False,
        "error_code": 404,
        "description": "Not Found: method not found",
    }
    client.base = client.base.replace("a-token", "b-token")
    assert await client.answer("getMe") == {
        "ok": False,
        "error_code": 401,
        "description": "Unauthorized",
    }


async def test_any_token_opens_a_bot_when_so_set(client: Client, place: Neighbourhood) -> None:
    place.sandbox.bot_api.accept_any_token = True
    client.base = client.base.replace("4200000001", "77")
    assert (await client.call("getMe"))["id"] == 77
    client.base = client.base.replace("a-token-of-thirty-five-characters00", "short")
    assert (await client.answer("getMe"))["error_code"] == 401
