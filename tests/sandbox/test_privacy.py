"""What a bot in privacy mode sees."""

import pytest

from sandbox import Bot, Chat, Draft, Sandbox, User
from tests.sandbox.neighbourhood import TOKEN, Client


@pytest.fixture
def shy(sandbox: Sandbox) -> tuple[Bot, User, Chat]:
    """Return a bot in privacy mode, a person, and their group."""
    bot = sandbox.add_bot(TOKEN, "gridward_bot", "Gridward")
    mei = sandbox.add_person("Mei Wang")
    group = sandbox.add_group("翠苑三区", mei)
    sandbox.add_member(group, bot)
    return bot, mei, group


async def seen(client: Client) -> list[str]:
    """Return the texts that reached the bot."""
    updates = await client.updates()
    return [each["message"]["text"] for each in updates if "text" in each.get("message", {})]


async def test_only_commands_and_replies_reach_it(
    sandbox: Sandbox, client: Client, shy: tuple[Bot, User, Chat]
) -> None:
    bot, mei, group = shy
    card = await client.call("sendMessage", chat_id=group.id, text="№1")
    sandbox.say(mei, group, "#问题 电梯坏了")
    sandbox.say(mei, group, "@gridward_bot 你好")
    sandbox.say(mei, group, "/issue 电梯坏了")
    sandbox.say(mei, group, "/issue@gridward_bot 电梯坏了")
    sandbox.say(mei, group, "/issue@other_bot 电梯坏了")
    sandbox.say(mei, group, "看 /issue")
    sandbox.say(mei, group, "#办结", reply_to=group.messages[card["message_id"]])
    sandbox.send(mei, group, Draft(text="由机器人", via=bot))
    assert await seen(client) == [
        "/issue 电梯坏了",
        "/issue@gridward_bot 电梯坏了",
        "#办结",
        "由机器人",
    ]


async def test_an_administrator_sees_everything(
    sandbox: Sandbox, client: Client, shy: tuple[Bot, User, Chat]
) -> None:
    bot, mei, group = shy
    assert (await client.call("getMe"))["can_read_all_group_messages"] is False
    sandbox.promote(group, bot)
    sandbox.say(mei, group, "#问题 电梯坏了")
    assert await seen(client) == ["#问题 电梯坏了"]


async def test_service_messages_and_private_words_always_arrive(
    sandbox: Sandbox, client: Client, shy: tuple[Bot, User, Chat]
) -> None:
    bot, mei, group = shy
    sandbox.say(mei, sandbox.private(mei, bot), "电梯坏了")
    updates = await client.updates()
    kinds = [next(key for key in update if key != "update_id") for update in updates]
    assert kinds == ["my_chat_member", "message", "message"]
    assert updates[1]["message"]["new_chat_members"][0]["id"] == bot.id
    assert updates[2]["message"]["chat"] == {
        "id": mei.id,
        "type": "private",
        "first_name": "Mei",
        "last_name": "Wang",
    }
    assert updates[1]["message"]["chat"]["id"] == group.id
