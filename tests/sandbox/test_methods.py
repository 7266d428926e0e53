"""The smaller methods, and what they refuse."""

import pytest

from tests.sandbox.neighbourhood import Client, Neighbourhood
from tests.sandbox.pictures import png


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"callback_data": "x"}, "can't parse inline keyboard button: text is empty"),
        (
            {"text": "x"},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ({"text": "x", "web_app": {"url": "https://example.org"}}, "BUTTON_TYPE_INVALID"),
        (
            {"text": "x", "url": "http://localhost"},
            "inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL",
        ),
    ],
)
async def test_wrong_buttons_are_refused(
    client: Client, place: Neighbourhood, button: dict[str, object], reason: str
) -> None:
    markup = {"inline_keyboard": [[button]]}
    refusal = await client.refusal(
        "sendMessage", chat_id=place.group.id, text="x", reply_markup=markup
    )
    assert refusal == f"Bad Request: {reason}"


async def test_links_are_buttons_too(client: Client, place: Neighbourhood) -> None:
    row = [
        {"text": "a", "url": "https://t.me/gridward_bot?start=1"},
        {"text": "b", "url": "tg://x"},
    ]
    sent = await client.call(
        "sendMessage", chat_id=place.group.id, text="x", reply_markup={"inline_keyboard": [row]}
    )
    assert sent["reply_markup"]["inline_keyboard"] == [row]


async def test_entities_can_be_given_instead_of_markup(
    client: Client, place: Neighbourhood
) -> None:
    bold = {"type": "bold", "offset": 0, "length": 2}
    code = {"type": "code", "offset": 3, "length": 3}
    sent = await client.call(
        "sendMessage", chat_id=place.group.id, text="№1 #ab", entities=[bold, code]
    )
    assert sent["entities"] == [bold, code]
    refusal = await client.refusal(
        "sendMessage", chat_id=place.group.id, text="*x*", parse_mode="MarkdownV2"
    )
    assert refusal == "Bad Request: unsupported parse_mode"


async def test_places_can_be_sent(client: Client, place: Neighbourhood) -> None:
    where = {"latitude": 30.5, "longitude": 120.5}
    sent = await client.call("sendLocation", chat_id=place.group.id, **where)
    assert sent["location"] == where
    refusal = await client.refusal("sendLocation", chat_id=place.group.id, latitude="north")
    assert refusal == "Bad Request: wrong location coordinates"


async def test_captions_are_edited_and_texts_are_not_captions(
    client: Client, place: Neighbourhood
) -> None:
    answer = await client.http.post(
        f"{client.base}/sendPhoto",
        data={"chat_id": str(place.group.id), "caption": "周报"},
        files={"photo": ("a.png", png(2, 2))},
    )
    photo = {"chat_id": place.group.id, "message_id": answer.json()["result"]["message_id"]}
    edited = await client.call("editMessageCaption", caption="月报", **photo)
    assert edited["caption"] == "月报"
    wrong = await client.refusal("editMessageText", text="x", **photo)
    assert wrong == "Bad Request: there is no text in the message to edit"
    sent = await client.call("sendMessage", chat_id=place.group.id, text="x")
    text = {"chat_id": place.group.id, "message_id": sent["message_id"]}
    wrong = await client.refusal("editMessageCaption", caption="x", **text)
    assert wrong == "Bad Request: there is no caption in the message to edit"
    long = await client.refusal("editMessageCaption", caption="x" * 1025, **photo)
    assert long == "Bad Request: message caption is too long"
    media = {"type": "audio", "media": "x"}
    wrong = await client.refusal("editMessageMedia", media=media, **text)
    assert wrong == "Bad Request: can't parse InputMedia: unsupported type"


async def test_pictures_need_their_right_in_an_edit_too(
    client: Client, place: Neighbourhood
) -> None:
    sent = await client.call("sendMessage", chat_id=place.group.id, text="x")
    place.sandbox.restrict(place.group, place.bot, frozenset({"can_send_messages"}))
    text = {"chat_id": place.group.id, "message_id": sent["message_id"]}
    media = {"type": "photo", "media": "x"}
    refused = await client.refusal("editMessageMedia", media=media, **text)
    assert refused == "Forbidden: CHAT_SEND_PHOTOS_FORBIDDEN"


async def test_pop_ups_hold_200_characters(client: Client, place: Neighbourhood) -> None:
    keyboard = {"inline_keyboard": [[{"text": "x", "callback_data": "1"}]]}
    sent = await client.call("sendMessage", chat_id=place.group.id, text="x", reply_markup=keyboard)
    message = place.group.messages[sent["message_id"]]
    assert await place.sandbox.tap(place.mei, message, "x", patience=0.01) is None
    query = (await client.updates())[-1]["callback_query"]["id"]
    refusal = await client.refusal("answerCallbackQuery", callback_query_id=query, text="x" * 201)
    assert refusal == "Bad Request: MESSAGE_TOO_LONG"
    assert await client.call("answerCallbackQuery", callback_query_id=query, text="x" * 200)


async def test_a_bot_reacts_with_one_emoji(client: Client, place: Neighbourhood) -> None:
    said = place.sandbox.say(place.mei, place.group, "x")
    which = {"chat_id": place.group.id, "message_id": said.id}
    thumb, party = ({"type": "emoji", "emoji": emoji} for emoji in "👍🎉")
    assert await client.call("setMessageReaction", reaction=[thumb], **which)
    assert place.group.messages[said.id].reactions == {place.bot.id: ("👍",)}
    refusal = await client.refusal("setMessageReaction", reaction=[thumb, party], **which)
    assert refusal == "Bad Request: REACTIONS_TOO_MANY"
    refusal = await client.refusal("sendChatAction", chat_id=place.group.id)
    assert refusal == "Bad Request: wrong parameter action in request"


async def test_commands_have_scopes_languages_and_rules(
    client: Client, place: Neighbourhood
) -> None:
    assert place.bot.id
    commands = [{"command": "stats", "description": "统计"}]
    scope = {"type": "all_private_chats"}
    assert await client.call("setMyCommands", commands=commands, scope=scope, language_code="zh")
    assert await client.call("getMyCommands") == []
    assert await client.call("getMyCommands", scope=scope, language_code="zh") == commands
    assert await client.call("deleteMyCommands", scope=scope, language_code="zh")
    assert await client.call("getMyCommands", scope=scope, language_code="zh") == []
    for wrong, reason in (
        ([{"command": "统计", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "Stats", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "stats"}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        (commands * 101, "BOT_COMMANDS_TOO_MUCH"),
    ):
        assert await client.refusal("setMyCommands", commands=wrong) == f"Bad Request: {reason}"


async def test_profile_texts_fall_back_to_the_common_one(
    client: Client, place: Neighbourhood
) -> None:
    assert place.bot.id
    await client.call("setMyShortDescription", short_description="grid")
    told = await client.call("getMyShortDescription", language_code="zh")
    assert told == {"short_description": "grid"}
    refusal = await client.refusal("setMyName", name="x" * 65)
    assert refusal == "Bad Request: bot name is too long"


async def test_private_chats_have_no_administrators_and_cannot_be_left(
    client: Client, place: Neighbourhood
) -> None:
    place.sandbox.say(place.mei, place.sandbox.private(place.mei, place.bot), "/start")
    refusal = await client.refusal("getChatAdministrators", chat_id=place.mei.id)
    assert refusal == "Bad Request: there are no administrators in the private chat"
    assert await client.refusal("leaveChat", chat_id=place.mei.id)
    refusal = await client.refusal("getChatMember", chat_id=place.group.id, user_id=9)
    assert refusal == "Bad Request: user not found"
    assert await client.refusal("getFile", file_id="x") == "Bad Request: invalid file_id"
    assert await client.refusal("sendMessage", text="x") == "Bad Request: chat_id is empty"


async def test_a_linked_group_tells_its_channel(client: Client, place: Neighbourhood) -> None:
    channel = place.sandbox.add_channel("公告", place.li, place.group)
    chat = await client.call("getChat", chat_id=place.group.id)
    assert chat["linked_chat_id"] == channel.id
