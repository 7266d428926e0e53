"""What a phone lets people do, and what not."""

import pytest

from sandbox import Draft, Entity, ImpossibleError, Upload
from tests.sandbox.neighbourhood import Client, Neighbourhood


def test_nothing_cannot_be_said(place: Neighbourhood) -> None:
    with pytest.raises(ImpossibleError, match="needs a text"):
        place.sandbox.say(place.mei, place.group, "  ")
    with pytest.raises(ImpossibleError, match="PNG or JPEG"):
        place.sandbox.send(place.mei, place.group, Draft(photo=Upload("a.gif", b"GIF89a")))


def test_who_blocked_the_bot_cannot_write_to_it(place: Neighbourhood) -> None:
    place.sandbox.block(place.mei, place.bot)
    with pytest.raises(ImpossibleError, match="blocked"):
        place.sandbox.say(place.mei, place.sandbox.private(place.mei, place.bot), "/start")


def test_only_ones_own_words_can_be_edited(place: Neighbourhood) -> None:
    said = place.sandbox.say(place.mei, place.group, "x")
    with pytest.raises(ImpossibleError, match="author"):
        place.sandbox.edit(place.li, said, "y")
    place.sandbox.delete(said)
    with pytest.raises(ImpossibleError, match="gone"):
        place.sandbox.edit(place.mei, said, "y")


def test_an_administrator_edits_what_the_group_said(place: Neighbourhood) -> None:
    said = place.sandbox.send(place.li, place.group, Draft(text="x", anonymous=True))
    assert place.sandbox.edit(place.li, said, "y").text == "y"


async def test_marks_set_by_hand_hide_tags_in_code(client: Client, place: Neighbourhood) -> None:
    code = Entity("code", 0, 3)
    person = Entity("text_mention", 4, 1, user=place.li)
    document = Upload("表.csv", b"a;b", "text/csv")
    draft = Draft(text="#问题 李 #漏水", marks=(code, person), document=document)
    place.sandbox.send(place.mei, place.group, draft)
    message = (await client.updates())[-1]["message"]
    kinds = [entity["type"] for entity in message["caption_entities"]]
    assert kinds == ["code", "text_mention", "hashtag"]
    assert message["caption_entities"][1]["user"]["id"] == place.li.id
    assert message["document"]["file_name"] == "表.csv"


def test_topics_are_for_forums(place: Neighbourhood) -> None:
    with pytest.raises(ImpossibleError, match="only forums"):
        place.sandbox.add_topic(place.group, "报修", place.li)


def test_a_channel_without_group_announces_nowhere(place: Neighbourhood) -> None:
    channel = place.sandbox.add_channel("公告", place.li)
    with pytest.raises(ValueError, match="no discussion group"):
        place.sandbox.announce(channel, "x")


async def test_waiting_in_vain_ends(place: Neighbourhood) -> None:
    with pytest.raises(TimeoutError):
        await place.sandbox.until(lambda: False, patience=0.01)


async def test_hidden_administrators_react_as_the_group(
    client: Client, place: Neighbourhood
) -> None:
    sandbox = place.sandbox
    sandbox.promote(place.group, place.bot)
    sandbox.promote(place.group, place.li, anonymous=True)
    await client.call("getUpdates", allowed_updates=["message_reaction"], offset=-1)
    said = sandbox.say(place.mei, place.group, "x")
    sandbox.react(place.li, said, ["👍"])
    reaction = (await client.updates())[-1]["message_reaction"]
    assert reaction["actor_chat"]["id"] == place.group.id
    assert "user" not in reaction
