"""Forum topics, and threads that are none."""

from sandbox import Draft
from tests.sandbox.neighbourhood import Client, Neighbourhood


async def test_messages_of_a_topic_name_it(client: Client, place: Neighbourhood) -> None:
    sandbox = place.sandbox
    forum = sandbox.add_group("社区", place.li, forum=True)
    sandbox.add_member(forum, place.bot)
    topic = sandbox.add_topic(forum, "报修", place.li)
    await client.updates()
    sandbox.send(place.li, forum, Draft(text="漏水", topic=topic.id))
    sandbox.say(place.li, forum, "大家好")
    in_topic, in_general = [update["message"] for update in await client.updates()]
    assert (in_topic["message_thread_id"], in_topic["is_topic_message"]) == (topic.id, True)
    assert in_topic["reply_to_message"]["forum_topic_created"]["name"] == "报修"
    assert "message_thread_id" not in in_general
    assert in_general["chat"]["is_forum"] is True


async def test_a_bot_writes_into_a_topic_or_follows_a_reply(
    client: Client, place: Neighbourhood
) -> None:
    sandbox = place.sandbox
    forum = sandbox.add_group("社区", place.li, forum=True)
    sandbox.add_member(forum, place.bot)
    topic = sandbox.add_topic(forum, "报修", place.li)
    said = sandbox.send(place.li, forum, Draft(text="漏水", topic=topic.id))
    send = {"chat_id": forum.id, "text": "№1"}
    straight = await client.call("sendMessage", message_thread_id=topic.id, **send)
    reply = await client.call("sendMessage", reply_parameters={"message_id": said.id}, **send)
    assert straight["message_thread_id"] == reply["message_thread_id"] == topic.id
    sandbox.remove_topic(forum, topic.id)
    for wrong in (topic.id, 1, 999):
        refusal = await client.refusal("sendMessage", message_thread_id=wrong, **send)
        assert refusal == "Bad Request: message thread not found"


async def test_the_thread_of_a_plain_reply_is_no_topic(
    client: Client, place: Neighbourhood
) -> None:
    said = place.sandbox.say(place.mei, place.group, "漏水")
    place.sandbox.say(place.li, place.group, "哪里?", reply_to=said)
    message = (await client.updates())[-1]["message"]
    assert message["message_thread_id"] == said.id
    assert "is_topic_message" not in message
    refusal = await client.refusal(
        "sendMessage", chat_id=place.group.id, text="x", message_thread_id=said.id
    )
    assert refusal == "Bad Request: message thread not found"
