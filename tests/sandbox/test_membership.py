"""Who comes, goes and may do what: my_chat_member and chat_member."""

from tests.sandbox.neighbourhood import TOKEN, Client, Neighbourhood


async def test_being_added_is_told_in_the_documented_shape(
    client: Client, place: Neighbourhood
) -> None:
    told, service = await client.updates()
    bot = {"id": 4200000001, "is_bot": True, "first_name": "Gridward", "username": "gridward_bot"}
    change = told["my_chat_member"]
    assert isinstance(change.pop("date"), int)
    assert change == {
        "chat": {"id": place.group.id, "type": "supergroup", "title": "翠苑三区"},
        "from": {
            "id": place.li.id,
            "is_bot": False,
            "first_name": "Li",
            "last_name": "Wei",
            "username": "liwei",
        },
        "old_chat_member": {"status": "left", "user": bot},
        "new_chat_member": {"status": "member", "user": bot},
    }
    assert service["message"]["new_chat_members"] == [bot]


async def test_promotion_tells_each_right(client: Client, place: Neighbourhood) -> None:
    place.sandbox.promote(place.group, place.bot, rights=frozenset({"can_delete_messages"}))
    member = (await client.updates())[-1]["my_chat_member"]["new_chat_member"]
    assert (member["status"], member["can_delete_messages"]) == ("administrator", True)
    assert member["can_pin_messages"] is False


async def test_being_thrown_out_is_the_last_word(client: Client, place: Neighbourhood) -> None:
    await client.updates()
    place.sandbox.kick(place.group, place.bot)
    place.sandbox.say(place.mei, place.group, "#问题 x")
    (told,) = await client.updates()
    assert told["my_chat_member"]["new_chat_member"]["status"] == "kicked"


async def test_blocking_is_told_in_the_private_chat(client: Client, place: Neighbourhood) -> None:
    await client.updates()
    place.sandbox.block(place.mei, place.bot)
    (told,) = await client.updates()
    assert told["my_chat_member"]["chat"]["id"] == place.mei.id
    assert told["my_chat_member"]["new_chat_member"]["status"] == "kicked"


async def test_administrators_are_told_of_others_when_they_ask(
    client: Client, place: Neighbourhood
) -> None:
    sandbox = place.sandbox
    await client.call("getUpdates", allowed_updates=["chat_member"], offset=-1)
    sandbox.promote(place.group, place.mei)
    sandbox.promote(place.group, place.bot)
    sandbox.demote(place.group, place.mei)
    changes = [each["chat_member"] for each in await client.updates() if "chat_member" in each]
    statuses = [
        (each["old_chat_member"]["status"], each["new_chat_member"]["status"]) for each in changes
    ]
    assert statuses == [("administrator", "member")]


async def test_pinning_and_deleting_need_rights(client: Client, place: Neighbourhood) -> None:
    assert place.bot.token == TOKEN
    said = place.sandbox.say(place.mei, place.group, "x")
    which = {"chat_id": place.group.id, "message_id": said.id}
    assert await client.refusal("pinChatMessage", **which) == (
        "Bad Request: not enough rights to manage pinned messages in the chat"
    )
    assert await client.refusal("deleteMessage", **which) == "Bad Request: message can't be deleted"
    place.sandbox.promote(place.group, place.bot)
    assert await client.call("pinChatMessage", **which)
    chat = await client.call("getChat", chat_id=place.group.id)
    assert chat["pinned_message"]["message_id"] == said.id
    assert await client.call("unpinChatMessage", chat_id=place.group.id)
    assert await client.call("deleteMessage", **which)
    assert place.sandbox.current(said) is None
