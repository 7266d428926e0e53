"""The control API: everything the chat page and other programs need."""

import asyncio
from base64 import b64encode
from typing import Any

from sandbox import Sandbox
from tests.sandbox.neighbourhood import TOKEN, Client, Neighbourhood
from tests.sandbox.pictures import png


class Hand:
    """Orders things over HTTP."""

    def __init__(self, client: Client, sandbox: Sandbox) -> None:
        self._http = client.http
        self._base = f"{sandbox.url}/control"

    async def post(self, path: str, **values: Any) -> Any:
        """Order something, and return what it brought."""
        response = await self._http.post(self._base + path, json=values)
        assert response.status_code == 200, response.text
        return response.json()

    async def get(self, path: str, **values: Any) -> Any:
        """Look at something."""
        response = await self._http.get(self._base + path, params=values)
        assert response.status_code == 200, response.text
        return response.json()

    async def status(self, path: str, **values: Any) -> int:
        """Order something, and return the answer's code."""
        return (await self._http.post(self._base + path, json=values)).status_code


async def test_a_scene_is_set_and_played_over_http(sandbox: Sandbox, client: Client) -> None:
    hand = Hand(client, sandbox)
    bot = await hand.post("/bots", token=TOKEN, username="gridward_bot", name="Gridward")
    li = (await hand.post("/people", name="Li Wei"))["id"]
    mei = (await hand.post("/people", name="Mei Wang", username="meiwang", language="zh"))["id"]
    group = (await hand.post("/chats", title="翠苑三区", creator=li))["id"]
    for user, status in ((mei, "member"), (bot["id"], "member"), (bot["id"], "administrator")):
        await hand.post(f"/chats/{group}/members", user=user, status=status)
    chat = f"/chats/{group}/messages"
    photo = b64encode(png(2, 2)).decode()
    said = await hand.post(chat, **{"as": mei, "text": "#问题 漏水", "photo": photo})
    assert (said["caption"], said["photo"][0]["width"]) == ("#问题 漏水", 2)
    place = {"latitude": 30.28, "longitude": 120.12}
    here = await hand.post(chat, **{"as": mei, "location": place, "reply_to": said["message_id"]})
    assert here["reply_to_message"]["message_id"] == said["message_id"]
    edited = await hand.post(f"{chat}/{said['message_id']}", **{"as": mei, "text": "漏水"})
    assert edited["caption"] == "漏水"
    liked = await hand.post(f"{chat}/{said['message_id']}/reaction", **{"as": li, "emoji": "👍"})
    assert liked["message_id"] == said["message_id"]
    listed = await hand.get(chat, **{"as": li, "after": said["message_id"]})
    assert [message["message_id"] for message in listed] == [here["message_id"]]
    (shown,) = await hand.get("/chats")
    assert [each["status"] for each in shown["members"]] == ["creator", "member", "administrator"]
    assert len(await hand.get("/people")) == 3


async def test_only_words_of_the_message_are_quoted(client: Client, place: Neighbourhood) -> None:
    hand = Hand(client, place.sandbox)
    chat = f"/chats/{place.group.id}/messages"
    long = place.sandbox.say(place.li, place.group, "Where exactly? " * 100)
    answer = {"as": place.mei.id, "text": "At the gate", "reply_to": long.id}
    said = await hand.post(chat, quote="exactly", **answer)
    assert said["quote"]["text"] == "exactly"
    for quote in ("never", "Where exactly? " * 99):
        assert await hand.status(chat, quote=quote, **answer) == 409


async def test_a_name_is_marked_as_somebodys(client: Client, place: Neighbourhood) -> None:
    hand = Hand(client, place.sandbox)
    chat = f"/chats/{place.group.id}/messages"
    mention = {"type": "text_mention", "offset": 1, "length": 6, "user": {"id": place.li.id}}
    nobody = mention | {"offset": 8, "length": 2, "user": {"id": 1}}
    words = {"as": place.mei.id, "text": " Li Wei, 你好 #问题", "entities": [mention, nobody]}
    said = await hand.post(chat, **words)
    edited = await hand.post(f"{chat}/{said['message_id']}", **words)
    for message in (said, edited):
        name, tag = message["entities"]
        assert (name["offset"], name["length"], name["user"]["id"]) == (0, 6, place.li.id)
        assert tag["type"] == "hashtag"
    nonsense = words | {"entities": [mention | {"user": 5}]}
    assert await hand.status(chat, **nonsense) == 409


async def test_a_tap_returns_the_pop_up(client: Client, place: Neighbourhood) -> None:
    hand = Hand(client, place.sandbox)
    keyboard = {"inline_keyboard": [[{"text": "受理", "callback_data": "a:1"}]]}
    sent = await client.call(
        "sendMessage", chat_id=place.group.id, text="№1", reply_markup=keyboard
    )
    await client.updates()
    path = f"/chats/{place.group.id}/messages/{sent['message_id']}/tap"
    tapping = asyncio.create_task(hand.post(path, **{"as": place.mei.id, "button": "受理"}))
    (update,) = await client.updates(timeout=5)
    query = update["callback_query"]["id"]
    await client.call("answerCallbackQuery", callback_query_id=query, text="好", show_alert=True)
    assert await tapping == {"text": "好", "show_alert": True, "url": ""}
    (answer,) = await hand.get("/answers")
    assert (answer["data"], answer["answered"], answer["text"]) == ("a:1", True, "好")


async def test_the_private_chat_is_the_persons_number(client: Client, place: Neighbourhood) -> None:
    hand = Hand(client, place.sandbox)
    chat = f"/chats/{place.mei.id}/messages"
    await hand.post(chat, **{"as": place.mei.id, "text": "/start"})
    await client.call("sendMessage", chat_id=place.mei.id, text="您好")
    assert [each["text"] for each in await hand.get(chat)] == ["/start", "您好"]


async def test_time_faults_limits_and_counts(client: Client, place: Neighbourhood) -> None:
    hand = Hand(client, place.sandbox)
    moved = await hand.post("/clock/set", to="2027-01-04T09:00:00+08:00")
    assert moved["now"].startswith("2027-01-04T01:00:0")
    assert (await hand.post("/clock/advance", seconds=3600))["now"].startswith("2027-01-04T02:0")
    assert (await hand.get("/clock"))["now"].startswith("2027-01-04T02:0")
    await hand.post("/faults", kind="too_many", method="getMe", seconds=3, count=2)
    assert (await client.answer("getMe"))["parameters"] == {"retry_after": 3}
    (left,) = await hand.get("/faults")
    assert (left["kind"], left["count"]) == ("too_many", 1)
    await client.http.delete(f"{place.sandbox.url}/control/faults")
    assert await hand.get("/faults") == []
    assert await hand.post("/limits", enabled=False) == {"enabled": False}
    for _ in range(5):
        await client.call("sendMessage", chat_id=place.group.id, text="x")
    calls = await hand.get("/calls")
    assert calls["counts"] == {"getme": 1, "sendmessage": 5}
    assert len(calls["sent"]) == 5


async def test_changes_can_be_waited_for(client: Client, place: Neighbourhood) -> None:
    hand = Hand(client, place.sandbox)
    seen = (await hand.get("/changes"))["count"]
    waiting = asyncio.create_task(hand.get("/changes", after=seen, timeout=20))
    place.sandbox.say(place.mei, place.group, "x")
    assert (await waiting)["count"] > seen


async def test_topics_and_migration(client: Client, place: Neighbourhood) -> None:
    hand = Hand(client, place.sandbox)
    forum = await hand.post("/chats", title="社区", creator=place.li.id, forum=True)
    topic = await hand.post(f"/chats/{forum['id']}/topics", **{"as": place.li.id, "name": "报修"})
    assert topic["forum_topic_created"]["name"] == "报修"
    basic = await hand.post("/chats", title="旧", creator=place.li.id, basic=True)
    assert (await hand.post(f"/chats/{basic['id']}/migrate"))["type"] == "supergroup"
    assert await hand.status(f"/chats/{basic['id']}/migrate") == 409


async def test_every_place_in_a_chat_can_be_given(client: Client, place: Neighbourhood) -> None:
    hand = Hand(client, place.sandbox)
    path = f"/chats/{place.group.id}/members"
    for status in ("administrator", "member", "restricted", "kicked", "member", "left"):
        given = await hand.post(path, user=place.mei.id, status=status)
        assert given["status"] == status
    chat = f"/chats/{place.group.id}/messages"
    response = await client.http.get(f"{place.sandbox.url}/control{chat}?as={place.mei.id}")
    assert response.status_code == 409


async def test_a_group_goes_on_without_its_founder(client: Client, place: Neighbourhood) -> None:
    hand = Hand(client, place.sandbox)
    path = f"/chats/{place.group.id}/members"
    await hand.post(path, user=place.mei.id, status="administrator")
    await hand.post(path, user=place.li.id, status="left")
    newcomer = place.sandbox.add_person("Wu").id
    for status in ("member", "administrator", "member", "restricted", "kicked"):
        given = await hand.post(path, user=newcomer, status=status, by=place.mei.id)
        assert given["status"] == status
    assert await hand.status(path, user=newcomer, status="member") == 409


async def test_a_deleted_messages_pin_goes_with_it(client: Client, place: Neighbourhood) -> None:
    said = place.sandbox.say(place.mei, place.group, "x")
    place.sandbox.promote(place.group, place.bot)
    pinned = {"chat_id": place.group.id, "message_id": said.id}
    await client.call("pinChatMessage", **pinned)
    assert place.group.pinned == said.id
    place.sandbox.delete(said)
    assert place.group.pinned is None


async def test_messages_can_be_deleted(client: Client, place: Neighbourhood) -> None:
    said = place.sandbox.say(place.mei, place.group, "x")
    address = f"{place.sandbox.url}/control/chats/{place.group.id}/messages/{said.id}"
    assert (await client.http.delete(address)).json() is True
    assert place.sandbox.current(said) is None


async def test_what_cannot_be_is_refused(client: Client, place: Neighbourhood) -> None:
    hand = Hand(client, place.sandbox)
    chat = f"/chats/{place.group.id}/messages"
    stranger = place.sandbox.add_person("Wu")
    assert await hand.status(chat, **{"as": stranger.id, "text": "x"}) == 409
    assert await hand.status(chat, **{"as": 12, "text": "x"}) == 404
    assert await hand.status("/chats/-5/messages", **{"as": place.mei.id, "text": "x"}) == 404
    assert await hand.status(f"{chat}/999", **{"as": place.mei.id, "text": "x"}) == 404
    assert await hand.status("/clock/set", to="tomorrow") == 409
    assert await hand.status("/faults", kind="earthquake") == 409


async def test_the_api_describes_itself(client: Client, place: Neighbourhood) -> None:
    routes = await Hand(client, place.sandbox).get("")
    assert all(route["does"] for route in routes)
    assert {
        "method": "POST",
        "path": "/control/clock/advance",
        "does": "Move the clock by `seconds`.",
    } in routes
