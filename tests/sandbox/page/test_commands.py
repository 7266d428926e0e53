"""Which commands are offered: the narrowest scope wins, and in it the person's language."""

from typing import Any

import pytest

from tests.sandbox.neighbourhood import Client, Neighbourhood


async def offered(place: Neighbourhood, client: Client, person: int, chat: str) -> list[str]:
    """Return the names of the commands that a person sees in a chat."""
    response = await client.http.get(
        f"{place.sandbox.url}/page/commands", params={"as": person, "chat": chat}
    )
    return [each["command"] for each in response.json()]


def _scopes(place: Neighbourhood) -> list[dict[str, Any]]:
    chat = {"chat_id": place.group.id}
    return [
        {"type": "default"},
        {"type": "all_group_chats"},
        {"type": "all_chat_administrators"},
        {"type": "chat", **chat},
        {"type": "chat_administrators", **chat},
        {"type": "chat_member", **chat, "user_id": place.li.id},
    ]


async def test_each_narrower_scope_wins(place: Neighbourhood, client: Client) -> None:
    seen = {place.li.id: list[str](), place.mei.id: list[str]()}
    for number, scope in enumerate(_scopes(place)):
        commands = [{"command": f"c{number}", "description": "x"}]
        await client.call("setMyCommands", commands=commands, scope=scope)
        for person, names in seen.items():
            names.extend(await offered(place, client, person, str(place.group.id)))
    # Li founded the group; Mei is an ordinary member of it.
    assert seen[place.li.id] == ["c0", "c1", "c2", "c3", "c4", "c5"]
    assert seen[place.mei.id] == ["c0", "c1", "c1", "c3", "c3", "c3"]


@pytest.mark.parametrize(("language", "expected"), [("zh", "own"), ("", "all")])
async def test_ones_own_language_comes_first(
    place: Neighbourhood, client: Client, language: str, expected: str
) -> None:
    person = place.mei if language else place.li
    for code, name in (("", "all"), ("zh", "own")):
        commands = [{"command": name, "description": "x"}]
        await client.call("setMyCommands", commands=commands, language_code=code)
    key = f"{person.id}:{place.bot.id}"
    assert await offered(place, client, person.id, key) == [expected]


async def test_a_private_chat_has_scopes_of_its_own(place: Neighbourhood, client: Client) -> None:
    key = f"{place.mei.id}:{place.bot.id}"
    scopes: list[dict[str, Any]] = [
        {"type": "all_private_chats"},
        {"type": "chat", "chat_id": place.mei.id},
    ]
    for scope in scopes:
        commands = [{"command": scope["type"], "description": "x"}]
        await client.call("setMyCommands", commands=commands, scope=scope)
        assert await offered(place, client, place.mei.id, key) == [scope["type"]]
    await client.call("deleteMyCommands", scope=scopes[1])
    assert await offered(place, client, place.mei.id, key) == ["all_private_chats"]
