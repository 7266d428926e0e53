"""sendMessage: shapes as in the documentation, and what is refused."""

from tests.sandbox.neighbourhood import Client, Neighbourhood


async def test_a_sent_message_has_the_documented_shape(
    client: Client, place: Neighbourhood
) -> None:
    place.sandbox.clock.stop()
    asked = place.sandbox.say(place.mei, place.group, "电梯坏了")
    sent = await client.call(
        "sendMessage",
        chat_id=place.group.id,
        text="<b>№1</b> #案1",
        parse_mode="HTML",
        reply_parameters={"message_id": asked.id, "quote": "坏了"},
        reply_markup={"inline_keyboard": [[{"text": "受理", "callback_data": "a:1"}]]},
    )
    bot = {"id": 4200000001, "is_bot": True, "first_name": "Gridward", "username": "gridward_bot"}
    chat = {"id": place.group.id, "type": "supergroup", "title": "翠苑三区"}
    assert sent.pop("date") == sent["reply_to_message"]["date"]
    assert sent == {
        "message_id": asked.id + 1,
        "message_thread_id": asked.id,
        "from": bot,
        "chat": chat,
        "text": "№1 #案1",
        "entities": [
            {"type": "bold", "offset": 0, "length": 2},
            {"type": "hashtag", "offset": 3, "length": 3},
        ],
        "reply_markup": {"inline_keyboard": [[{"text": "受理", "callback_data": "a:1"}]]},
        "quote": {"text": "坏了", "position": 2, "is_manual": True},
        "reply_to_message": {
            "message_id": asked.id,
            "from": {
                "id": place.mei.id,
                "is_bot": False,
                "first_name": "Mei",
                "last_name": "Wang",
                "username": "meiwang",
                "language_code": "zh",
            },
            "chat": chat,
            "date": asked.date,
            "text": "电梯坏了",
        },
    }


async def test_lengths_count_utf16_units(client: Client, place: Neighbourhood) -> None:
    send = {"chat_id": place.group.id}
    assert await client.call("sendMessage", text="👍" * 2048, **send)
    assert await client.call(
        "sendMessage", text="<b>" + "x" * 4096 + "</b>", parse_mode="HTML", **send
    )
    assert (
        await client.refusal("sendMessage", text="👍" * 2048 + "x", **send)
        == "Bad Request: message is too long"
    )


async def test_empty_texts_are_refused(client: Client, place: Neighbourhood) -> None:
    for text in ("", " \n ", "<b></b>"):
        refusal = await client.refusal(
            "sendMessage", chat_id=place.group.id, text=text, parse_mode="HTML"
        )
        assert refusal == "Bad Request: message text is empty"


async def test_wrong_markup_is_refused_in_telegrams_words(
    client: Client, place: Neighbourhood
) -> None:
    refusal = await client.refusal(
        "sendMessage", chat_id=place.group.id, text="<3 </b>", parse_mode="HTML"
    )
    assert (
        refusal == 'Bad Request: can\'t parse entities: Unsupported start tag "3" at byte offset 0'
    )


async def test_callback_data_has_1_to_64_bytes(client: Client, place: Neighbourhood) -> None:
    def markup(data: str) -> dict[str, object]:
        return {"inline_keyboard": [[{"text": "x", "callback_data": data}]]}

    send = {"chat_id": place.group.id, "text": "x"}
    assert await client.call("sendMessage", reply_markup=markup("一" * 21 + "x"), **send)
    for data in ("", "一" * 22):
        refusal = await client.refusal("sendMessage", reply_markup=markup(data), **send)
        assert refusal == "Bad Request: BUTTON_DATA_INVALID"


async def test_a_lost_reply_target_is_refused_unless_allowed(
    client: Client, place: Neighbourhood
) -> None:
    asked = place.sandbox.say(place.mei, place.group, "?")
    place.sandbox.delete(asked)
    send = {"chat_id": place.group.id, "text": "x"}
    refusal = await client.refusal("sendMessage", reply_parameters={"message_id": asked.id}, **send)
    assert refusal == "Bad Request: message to be replied not found"
    lenient = {"message_id": asked.id, "allow_sending_without_reply": True}
    sent = await client.call("sendMessage", reply_parameters=lenient, **send)
    assert "reply_to_message" not in sent


async def test_tg_links_become_mentions_of_known_people(
    client: Client, place: Neighbourhood
) -> None:
    text = f'<a href="tg://user?id={place.mei.id}">梅</a> <a href="tg://user?id=9">谁</a>'
    sent = await client.call("sendMessage", chat_id=place.group.id, text=text, parse_mode="HTML")
    (mention,) = sent["entities"]
    assert (mention["type"], mention["user"]["id"]) == ("text_mention", place.mei.id)


async def test_only_known_people_are_mentioned_by_an_entity(
    client: Client, place: Neighbourhood
) -> None:
    known = {"type": "text_mention", "offset": 0, "length": 1, "user": {"id": place.mei.id}}
    unknown = known | {"offset": 2, "user": {"id": 9}}
    send = {"chat_id": place.group.id, "text": "梅 谁"}
    sent = await client.call("sendMessage", entities=[known, unknown], **send)
    (mention,) = sent["entities"]
    assert mention["user"]["id"] == place.mei.id
    refusal = await client.refusal("sendMessage", entities=[known | {"user": "Mei"}], **send)
    assert refusal.startswith("Bad Request: ")


async def test_spaces_around_a_text_are_cut(client: Client, place: Neighbourhood) -> None:
    sent = await client.call(
        "sendMessage", chat_id=place.group.id, text="  <b> x </b> ", parse_mode="HTML"
    )
    assert sent["text"] == "x"
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 1}]
