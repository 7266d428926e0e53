"""What can concern the bot is kept, chatter is not, and no odd shape breaks the sieve."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram_in.sieve import concerns
from tests.bot.test_typed import BOT, GROUP, ME, message

PRIVATE = {"id": 7, "type": "private", "first_name": "Mei"}


def of_message(**fields: Any) -> bool | tuple[int, int]:
    return concerns({"update_id": 1, "message": message(**fields)}, ME)


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "楼下 #问题 电梯坏了"},
        {"text": "＃需求 无障碍坡道"},
        {"text": "/stats"},
        {"text": None, "caption": "#issue"},
        {"text": None, "media_group_id": "77"},
        {"chat": PRIVATE, "text": "hello"},
        {"reply_to_message": message(message_id=3, **{"from": BOT})},
        {"text": None, "migrate_to_chat_id": -1001},
        {"text": None, "migrate_from_chat_id": -5},
        {"text": None, "new_chat_title": "翠苑"},
    ],
)
def test_kept(fields: dict[str, Any]) -> None:
    assert of_message(**fields) is True


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "good morning"},
        {"text": None, "caption": "my cat"},
        {"text": None, "sticker": {}},
        {"text": None, "new_chat_members": [BOT]},
        {"reply_to_message": message(message_id=3, forum_topic_created={"name": "Repairs"})},
    ],
)
def test_chatter(fields: dict[str, Any]) -> None:
    assert of_message(**fields) is False


def test_a_reply_depends_on_what_it_replies_to() -> None:
    assert of_message(reply_to_message=message(message_id=3)) == (-1001, 3)


def test_an_edited_message_depends_on_itself_unless_it_is_tagged() -> None:
    assert concerns({"edited_message": message()}, ME) == (-1001, 5)
    assert concerns({"edited_message": message(text="#问题")}, ME) is True


@pytest.mark.parametrize("kind", ["callback_query", "my_chat_member", "chat_member"])
def test_taps_and_places_are_kept(kind: str) -> None:
    assert concerns({"update_id": 1, kind: {}}, ME) is True


@pytest.mark.parametrize("kind", ["channel_post", "poll", "message_reaction", "inline_query"])
def test_other_kinds_are_not(kind: str) -> None:
    assert concerns({"update_id": 1, kind: {"chat": GROUP}}, ME) is False


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(
            st.sampled_from(["message", "chat", "id", "from", "text", "reply_to_message", "type"]),
            inner,
        )
    ),
    max_leaves=20,
)


@given(anything)
def test_what_is_not_of_telegrams_form_is_answered_or_refused_plainly(update: Any) -> None:
    try:
        verdict = concerns(update, ME)
    except (KeyError, TypeError, AttributeError, ValueError):
        return
    assert isinstance(verdict, bool) or all(type(number) is int for number in verdict)
