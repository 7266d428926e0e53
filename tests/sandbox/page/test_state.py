"""What the page is told before anybody touches it, and what it asks for afterwards."""

from dataclasses import replace
from typing import Any

import httpx

from sandbox import Draft, Guide, Persona, Step, Upload, Words
from tests.sandbox.neighbourhood import Client, Neighbourhood
from tests.sandbox.pictures import png


class Visitor:
    """Asks as the page's script does."""

    def __init__(self, place: Neighbourhood, http: httpx.AsyncClient) -> None:
        self._url = place.sandbox.url
        self._http = http

    async def response(self, path: str, **given: Any) -> httpx.Response:
        """Return the whole answer."""
        return await self._http.get(f"{self._url}{path}", params=given)

    async def ask(self, what: str, **given: Any) -> Any:
        """Return what the page is told."""
        response = await self.response(f"/page/{what}", **given)
        assert response.status_code == 200, response.text
        return response.json()

    async def order(self, what: str, **given: Any) -> httpx.Response:
        """Return the answer to something the page does."""
        return await self._http.post(f"{self._url}/page/{what}", json=given)


async def test_a_person_sees_their_groups_and_every_bot(
    place: Neighbourhood, client: Client
) -> None:
    visitor = Visitor(place, client.http)
    other = place.sandbox.add_group("别的群", place.li)
    state = await visitor.ask("state", **{"as": place.mei.id})
    assert [chat["key"] for chat in state["chats"]] == [
        str(place.group.id),
        f"{place.mei.id}:{place.bot.id}",
    ]
    joined = {group["key"]: group["joined"] for group in state["groups"]}
    assert joined == {str(place.group.id): True, str(other.id): False}
    assert [person["first_name"] for person in state["people"]] == ["Li", "Mei"]


async def test_who_is_unknown_becomes_the_first_of_the_play(
    place: Neighbourhood, client: Client
) -> None:
    visitor = Visitor(place, client.http)
    assert (await visitor.ask("state"))["me"] == place.li.id
    persona = Persona(place.mei, Words("居民", "Resident"))
    step = Step(Words("说", "Say"), Words("说一句", "Say it"), persona, place.group, "#issue x")
    place.sandbox.guide = Guide((persona,), (step,), "zh", "Asia/Shanghai")
    state = await visitor.ask("state", **{"as": 12})
    assert state["me"] == place.mei.id
    assert state["guide"]["personas"][0]["role"] == {"zh": "居民", "en": "Resident"}
    assert state["guide"]["tour"][0]["chat"] == str(place.group.id)


async def test_unread_counts_what_others_said_since_it_was_read(
    place: Neighbourhood, client: Client
) -> None:
    visitor = Visitor(place, client.http)
    place.sandbox.say(place.li, place.group, "before anybody looked")
    assert await _unread(visitor, place) == 0
    said = place.sandbox.say(place.li, place.group, "one")
    place.sandbox.say(place.li, place.group, "two")
    place.sandbox.say(place.mei, place.group, "my own")
    assert await _unread(visitor, place) == 2
    read = {"as": place.mei.id, "chat": str(place.group.id), "number": said.id}
    assert (await visitor.order("read", **read)).json() is True
    assert await _unread(visitor, place) == 1


async def test_messages_come_in_pages_from_the_newest(place: Neighbourhood, client: Client) -> None:
    visitor = Visitor(place, client.http)
    said = [place.sandbox.say(place.li, place.group, f"{n}") for n in range(150)]
    chat = {"chat": str(place.group.id)}
    newest = await visitor.ask("messages", **chat)
    assert [message["text"] for message in newest["messages"]] == [f"{n}" for n in range(90, 150)]
    assert newest["more"]
    first = newest["messages"][0]["message_id"]
    older = await visitor.ask("messages", **chat, before=first, down_to=said[2].id)
    texts = [message.get("text") for message in older["messages"]]
    assert {"2", "89"} <= set(texts)
    assert not older["more"]


async def test_a_topics_messages_come_alone(place: Neighbourhood, client: Client) -> None:
    visitor = Visitor(place, client.http)
    forum = place.sandbox.add_group("社区", place.li, forum=True)
    topic = place.sandbox.add_topic(forum, "报修", place.li).id
    place.sandbox.send(place.li, forum, Draft(text="in the topic", topic=topic))
    place.sandbox.say(place.li, forum, "in General")
    for number, text in ((topic, "in the topic"), (0, "in General")):
        page = await visitor.ask("messages", chat=str(forum.id), topic=number)
        assert page["messages"][-1]["text"] == text


async def test_a_hashtag_finds_its_messages_where_one_may_look(
    place: Neighbourhood, client: Client
) -> None:
    visitor = Visitor(place, client.http)
    hidden = place.sandbox.add_group("别的群", place.li)
    for chat, text in ((place.group, "#案1 灯"), (place.group, "#案12 门"), (hidden, "#案1 密")):
        place.sandbox.say(place.li, chat, text)
    mine = await visitor.ask("tag", **{"as": place.mei.id, "tag": "#案1"})
    assert [each["message"]["text"] for each in mine] == ["#案1 灯"]
    asked = {"as": place.mei.id, "tag": "#案1", "chat": str(hidden.id)}
    assert await visitor.ask("tag", **asked) == []


async def test_pictures_are_shown_and_everything_else_is_only_downloaded(
    place: Neighbourhood, client: Client
) -> None:
    visitor = Visitor(place, client.http)
    script = Upload("x.svg", b"<svg onload='alert(1)'/>", "image/svg+xml")
    sent = place.sandbox.send(place.mei, place.group, Draft(document=script))
    photo = place.sandbox.send(place.mei, place.group, Draft(photo=Upload("p.png", png(3, 2))))
    shown = (await visitor.ask("messages", chat=str(place.group.id)))["messages"]
    by_id = {message["message_id"]: message for message in shown}
    picture = await visitor.response(f"/page/files/{by_id[photo.id]['photo'][0]['file_id']}")
    assert (picture.headers["content-type"], picture.content) == ("image/png", png(3, 2))
    file = await visitor.response(f"/page/files/{by_id[sent.id]['document']['file_id']}")
    assert file.headers["content-type"] == "application/octet-stream"
    assert file.headers["content-disposition"] == "attachment; filename*=UTF-8''x.svg"
    assert (await visitor.response("/page/files/none")).status_code == 404


async def test_browsers_are_told_to_trust_only_the_pages_own_files(
    place: Neighbourhood, client: Client
) -> None:
    visitor = Visitor(place, client.http)
    for path in ("/", "/page/state", "/page/static/js/main.js"):
        headers = (await visitor.response(path)).headers
        assert headers["content-security-policy"].startswith("default-src 'self'")
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


async def test_what_is_not_there_is_said(place: Neighbourhood, client: Client) -> None:
    visitor = Visitor(place, client.http)
    for chat, code in (("-5", 404), ("x", 409), (f"{place.bot.id}:{place.bot.id}", 404)):
        assert (await visitor.response("/page/messages", chat=chat)).status_code == code
    assert (await visitor.order("jump", to="yesterday")).status_code == 409
    assert (await visitor.order("jump", to="next")).status_code == 409


async def test_what_is_no_question_is_refused(place: Neighbourhood, client: Client) -> None:
    address = f"{place.sandbox.url}/page"
    read = {"chat": str(place.group.id), "number": 1}
    for what, body in (("read", []), ("jump", 3), ("read", read | {"as": None})):
        assert (await client.http.post(f"{address}/{what}", json=body)).status_code == 409
    assert (await client.http.post(f"{address}/read", json={})).status_code == 404


async def test_a_file_is_asked_for_once(place: Neighbourhood, client: Client) -> None:
    visitor = Visitor(place, client.http)
    place.sandbox.send(place.mei, place.group, Draft(photo=Upload("p.png", png(3, 2))))
    (message,) = (await visitor.ask("messages", chat=str(place.group.id)))["messages"][-1:]
    address = f"{place.sandbox.url}/page/files/{message['photo'][0]['file_id']}"
    first = await client.http.get(address)
    assert "immutable" in first.headers["cache-control"]
    again = await client.http.get(address, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


async def test_while_the_play_is_played_nobody_changes_it(
    place: Neighbourhood, client: Client
) -> None:
    visitor = Visitor(place, client.http)
    watched = Guide((), (), "zh", "Asia/Shanghai", watching=True)
    place.sandbox.guide = watched
    control = f"{place.sandbox.url}/control"
    for path in ("/people", "/clock/advance", "/faults"):
        refused = await client.http.post(f"{control}{path}", json={"name": "x", "seconds": 60})
        assert refused.status_code == 409
        assert refused.json() == {"error": "the story is still being played"}
    assert (await visitor.order("jump", to="hour")).status_code == 409
    assert (await client.http.get(f"{control}/people")).status_code == 200
    await client.call("sendMessage", chat_id=place.group.id, text="the bot goes on")
    place.sandbox.guide = replace(watched, watching=False)
    assert (await visitor.order("jump", to="hour")).status_code == 200


async def test_what_was_played_before_ones_eyes_is_read(
    place: Neighbourhood, client: Client
) -> None:
    visitor = Visitor(place, client.http)
    watched = Guide((), (), "zh", "Asia/Shanghai", watching=True)
    place.sandbox.guide = watched
    assert await _unread(visitor, place) == 0
    place.sandbox.say(place.li, place.group, "played")
    place.sandbox.guide = replace(watched, watching=False)
    assert await _unread(visitor, place) == 0
    place.sandbox.say(place.li, place.group, "said since")
    assert await _unread(visitor, place) == 1


async def _unread(visitor: Visitor, place: Neighbourhood) -> int:
    state = await visitor.ask("state", **{"as": place.mei.id})
    return int(state["chats"][0]["unread"])
