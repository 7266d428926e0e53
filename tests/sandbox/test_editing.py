"""A bot changes what it said."""

from datetime import timedelta

from tests.sandbox.neighbourhood import Client, Neighbourhood

KEYBOARD = {"inline_keyboard": [[{"text": "受理", "callback_data": "a:1"}]]}
SAME = (
    "Bad Request: message is not modified: specified new message content and reply markup "
    "are exactly the same as a current content and reply markup of the message"
)


async def test_an_edit_replaces_text_and_buttons(client: Client, place: Neighbourhood) -> None:
    sent = await client.call(
        "sendMessage", chat_id=place.group.id, text="№1 待受理", reply_markup=KEYBOARD
    )
    which = {"chat_id": place.group.id, "message_id": sent["message_id"]}
    assert (
        await client.refusal("editMessageText", text="№1 待受理", reply_markup=KEYBOARD, **which)
        == SAME
    )
    edited = await client.call("editMessageText", text="№1 办理中", **which)
    assert edited["text"] == "№1 办理中"
    assert edited["edit_date"] >= edited["date"]
    assert "reply_markup" not in edited


async def test_buttons_change_alone(client: Client, place: Neighbourhood) -> None:
    sent = await client.call("sendMessage", chat_id=place.group.id, text="№1")
    which = {"chat_id": place.group.id, "message_id": sent["message_id"]}
    edited = await client.call("editMessageReplyMarkup", reply_markup=KEYBOARD, **which)
    assert (edited["text"], edited["reply_markup"]) == ("№1", KEYBOARD)
    again = await client.refusal("editMessageReplyMarkup", reply_markup=KEYBOARD, **which)
    assert again == SAME


async def test_others_messages_and_lost_ones_are_refused(
    client: Client, place: Neighbourhood
) -> None:
    said = place.sandbox.say(place.mei, place.group, "x")
    edit = {"chat_id": place.group.id, "text": "y"}
    foreign = await client.refusal("editMessageText", message_id=said.id, **edit)
    assert foreign == "Bad Request: message can't be edited"
    lost = await client.refusal("editMessageText", message_id=999, **edit)
    assert lost == "Bad Request: message to edit not found"
    gone = await client.refusal("deleteMessage", chat_id=place.group.id, message_id=999)
    assert gone == "Bad Request: message to delete not found"


async def test_own_messages_in_private_can_be_deleted_for_two_days(
    client: Client, place: Neighbourhood
) -> None:
    place.sandbox.say(place.mei, place.sandbox.private(place.mei, place.bot), "/start")
    first = await client.call("sendMessage", chat_id=place.mei.id, text="x")
    second = await client.call("sendMessage", chat_id=place.mei.id, text="y")
    which = {"chat_id": place.mei.id}
    assert await client.call("deleteMessage", message_id=first["message_id"], **which)
    place.sandbox.clock.advance(timedelta(hours=49))
    refusal = await client.refusal("deleteMessage", message_id=second["message_id"], **which)
    assert refusal == "Bad Request: message can't be deleted for everyone"


async def test_a_person_edits_what_they_said(client: Client, place: Neighbourhood) -> None:
    said = place.sandbox.say(place.mei, place.group, "漏水")
    place.sandbox.clock.advance(timedelta(minutes=5))
    place.sandbox.edit(place.mei, said, "#问题 漏水")
    update = (await client.updates())[-1]
    message = update["edited_message"]
    assert (message["message_id"], message["date"]) == (said.id, said.date)
    assert message["edit_date"] - message["date"] >= 300
    assert message["entities"] == [{"type": "hashtag", "offset": 0, "length": 3}]
