"""The stream of changes: what is told, what is not lost, and what a new world means."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import orjson

from sandbox import Fault, FaultKind, Sandbox
from sandbox.changes import Changes
from tests.sandbox.neighbourhood import Client, Neighbourhood

MANY = 3000


class Stream:
    """Reads server-sent events as a browser does."""

    def __init__(self, lines: AsyncIterator[str]) -> None:
        self._lines = lines
        self.last = ""

    async def next(self) -> dict[str, Any]:
        """Return the next event's data, with its name."""
        name, told = "message", {}
        async for line in self._lines:
            field, _, value = line.partition(": ")
            if field == "id":
                self.last = value
            elif field == "event":
                name = value
            elif field == "data":
                told = orjson.loads(value)
            elif not line and told is not None and (told or name != "message"):
                return {"name": name, **told}
        raise EOFError("the stream ended")


@asynccontextmanager
async def listening(
    http: httpx.AsyncClient, url: str, after: str, last: str = ""
) -> AsyncIterator[Stream]:
    """Listen after a place; `last` is the event a browser heard before its line was cut."""
    headers = {"Last-Event-ID": last} if last else {}
    asked = http.stream("GET", f"{url}/page/live", params={"after": after}, headers=headers)
    async with asked as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        yield Stream(response.aiter_lines())


async def where(http: httpx.AsyncClient, url: str) -> str:
    """Return the place that the page's state belongs to."""
    return str((await http.get(f"{url}/page/state")).json()["place"])


async def test_messages_changes_and_deletions_are_told(
    place: Neighbourhood, client: Client
) -> None:
    sandbox = place.sandbox
    gone = sandbox.say(place.mei, place.group, "soon gone")
    kept = sandbox.say(place.mei, place.group, "soon changed")
    after = await where(client.http, sandbox.url)
    async with listening(client.http, sandbox.url, after) as stream:
        sandbox.delete(gone)
        sandbox.edit(place.mei, kept, "changed")
        sandbox.say(place.mei, place.group, "new")
        told = await stream.next()
    assert [each["message"]["text"] for each in told["messages"]] == ["changed", "new"]
    assert told["gone"] == [{"chat": str(place.group.id), "id": gone.id}]


async def test_members_clock_faults_and_commands_are_told(
    place: Neighbourhood, client: Client
) -> None:
    sandbox = place.sandbox
    after = await where(client.http, sandbox.url)
    async with listening(client.http, sandbox.url, after) as stream:
        sandbox.clock.stop()
        sandbox.faults.order(Fault(kind=FaultKind.REFUSE))
        sandbox.promote(place.group, place.mei)
        told = await stream.next()
        assert (told["clock"]["running"], told["chats"]) == (False, [str(place.group.id)])
        assert told["faults"][0]["kind"] == "refuse"
        await client.answer("setMyCommands", commands=[])
        await client.call("setMyCommands", commands=[{"command": "a", "description": "b"}])
        matters: set[str] = set()
        while not {"faults", "commands"} <= matters:
            matters |= set((await stream.next())["matters"])


async def test_a_cut_line_is_taken_up_where_it_was_cut(
    place: Neighbourhood, client: Client
) -> None:
    sandbox = place.sandbox
    after = await where(client.http, sandbox.url)
    async with listening(client.http, sandbox.url, after) as stream:
        sandbox.say(place.mei, place.group, "heard")
        await stream.next()
    sandbox.say(place.mei, place.group, "missed")
    async with listening(client.http, sandbox.url, after, last=stream.last) as again:
        told = await again.next()
    assert [each["message"]["text"] for each in told["messages"]] == ["missed"]


async def test_another_sandbox_makes_the_page_load_anew(client: Client, sandbox: Sandbox) -> None:
    for place in ("0badcafe-3", "", "nonsense"):
        async with listening(client.http, sandbox.url, place) as stream:
            assert (await stream.next())["name"] == "anew"


async def test_whoever_missed_thousands_loads_anew_too(
    place: Neighbourhood, client: Client
) -> None:
    after = await where(client.http, place.sandbox.url)
    for number in range(MANY):
        place.sandbox.say(place.mei, place.group, f"{number}")
    async with listening(client.http, place.sandbox.url, after) as stream:
        assert (await stream.next())["name"] == "anew"


async def test_a_sandbox_that_closes_ends_the_stream(client: Client) -> None:
    async with Sandbox.start() as sandbox:
        after = await where(client.http, sandbox.url)
        asked = client.http.build_request("GET", f"{sandbox.url}/page/live?after={after}")
        response = await client.http.send(asked, stream=True)
    lines = [line async for line in response.aiter_lines()]
    assert not any(line.startswith("data") for line in lines)


def test_a_subject_that_changes_often_is_remembered_once() -> None:
    changes = Changes()
    for _ in range(MANY):
        changes.announce("lamp")
    changes.announce("lift")
    assert changes.since(0) == ["lamp", "lift"]
    assert changes.since(changes.count - 1) == ["lift"]
    assert not changes.has_news_after(changes.count)
