"""Who speaks: hidden administrators, channels, forwards, other bots; and albums."""

from typing import Any

import pytest

from sandbox import Draft, ImpossibleError, Upload
from tests.sandbox.neighbourhood import Client, Neighbourhood
from tests.sandbox.pictures import png


async def last(client: Client) -> dict[str, Any]:
    """Return the newest message that reached the bot."""
    message: dict[str, Any] = (await client.updates())[-1]["message"]
    return message


async def test_an_anonymous_administrator_is_the_group(
    client: Client, place: Neighbourhood
) -> None:
    place.sandbox.send(place.li, place.group, Draft(text="通知", anonymous=True))
    message = await last(client)
    assert message["from"] == {
        "id": 1087968824,
        "is_bot": True,
        "first_name": "Group",
        "username": "GroupAnonymousBot",
    }
    assert message["sender_chat"] == message["chat"]


def test_only_administrators_hide(place: Neighbourhood) -> None:
    with pytest.raises(ImpossibleError, match="anonymously"):
        place.sandbox.send(place.mei, place.group, Draft(text="x", anonymous=True))


async def test_a_channel_post_arrives_from_telegram_itself(
    client: Client, place: Neighbourhood
) -> None:
    channel = place.sandbox.add_channel("社区公告", place.li, place.group)
    arrived = place.sandbox.announce(channel, "#问题 请勿回复")
    message = await last(client)
    assert message["from"] == {"id": 777000, "is_bot": False, "first_name": "Telegram"}
    assert message["is_automatic_forward"] is True
    source = {"id": channel.id, "type": "channel", "title": "社区公告"}
    assert message["sender_chat"] == source
    assert message["forward_origin"] == {
        "type": "channel",
        "date": arrived.date,
        "chat": source,
        "message_id": 1,
    }


async def test_somebody_speaks_for_another_channel(client: Client, place: Neighbourhood) -> None:
    channel = place.sandbox.add_channel("物业", place.li)
    place.sandbox.send(place.li, place.group, Draft(text="#办结", speaks_for=channel))
    message = await last(client)
    assert (message["from"]["id"], message["sender_chat"]["id"]) == (136817688, channel.id)


async def test_forwards_name_their_origin_unless_hidden(
    client: Client, place: Neighbourhood
) -> None:
    said = place.sandbox.say(place.mei, place.group, "#问题 漏水")
    place.sandbox.send(place.li, place.group, Draft(forwarded=said))
    message = await last(client)
    assert message["text"] == "#问题 漏水"
    assert message["forward_origin"]["sender_user"]["id"] == place.mei.id
    place.sandbox.send(place.li, place.group, Draft(forwarded=said, hidden_origin=True))
    assert (await last(client))["forward_origin"] == {
        "type": "hidden_user",
        "date": said.date,
        "sender_user_name": "Mei Wang",
    }


async def test_an_album_is_several_messages_with_one_number(
    client: Client, place: Neighbourhood
) -> None:
    await client.updates()
    for caption in ("#问题 漏水", "", ""):
        photo = Upload("a.png", png(3, 2), "image/png")
        place.sandbox.send(place.mei, place.group, Draft(text=caption, photo=photo, album="77"))
    messages = [update["message"] for update in await client.updates()]
    assert [message["media_group_id"] for message in messages] == ["77"] * 3
    assert [message.get("caption") for message in messages] == ["#问题 漏水", None, None]
    assert messages[0]["caption_entities"] == [{"type": "hashtag", "offset": 0, "length": 3}]


async def test_bots_do_not_hear_each_other(client: Client, place: Neighbourhood) -> None:
    other = place.sandbox.add_bot("42:" + "x" * 35, "other_bot", "Other", privacy=False)
    place.sandbox.add_member(place.group, other)
    await client.updates()
    await client.call("sendMessage", chat_id=place.group.id, text="x")
    assert await client.updates() == []
    kinds = [update.kind for update in place.sandbox.world.desk(other).feed.waiting(0)]
    assert kinds == ["my_chat_member", "message"]


def test_who_left_cannot_speak(place: Neighbourhood) -> None:
    place.sandbox.leave(place.group, place.mei)
    with pytest.raises(ImpossibleError, match="may not write"):
        place.sandbox.say(place.mei, place.group, "x")
