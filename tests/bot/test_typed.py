"""Every kind of update comes in as the value that commands know; shapes are Telegram's own."""

from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import Update

from bot.telegram_in.typed import KINDS, Brought
from commands.incoming import (
    BotPlaced,
    Chat,
    Incoming,
    MemberPlaced,
    Migrated,
    Quoted,
    Retitled,
    Said,
    Sender,
    SenderKind,
    Tapped,
)
from domain.grammar import Span

ME = 4200000077
UNIX = 1_793_610_000
AT = datetime.fromtimestamp(UNIX, UTC)
LATER = datetime.fromtimestamp(UNIX + 60, UTC)
BROUGHT = Brought(ME, LATER, AT)

GROUP = {"id": -1001, "type": "supergroup", "title": "翠苑三区"}
MEI = {
    "id": 7,
    "is_bot": False,
    "first_name": "Mei",
    "last_name": "Wang",
    "username": "meiwang",
    "language_code": "zh-hans",
}
BOT = {"id": ME, "is_bot": True, "first_name": "Gridward", "username": "gridward_bot"}
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
SERVICE = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
CHANNEL = {"id": -1009, "type": "channel", "title": "News"}

A_GROUP = Chat(-1001, "翠苑三区", private=False)
A_PERSON = Sender(7, "Mei Wang", "meiwang", "zh-hans")


def message(**fields: Any) -> dict[str, Any]:
    plain = {"message_id": 5, "date": UNIX, "chat": GROUP, "from": MEI, "text": "电梯坏了"}
    return {key: value for key, value in (plain | fields).items() if value is not None}


def came_in(**update: Any) -> Incoming | None:
    parsed = Update.de_json({"update_id": 1, **update}, None)
    values = (kind(parsed, BROUGHT) for kind in KINDS)
    return next((value for value in values if value is not None), None)


def said(**fields: Any) -> Said:
    incoming = came_in(message=message(**fields))
    assert isinstance(incoming, Said)
    return incoming


def test_a_text() -> None:
    tag = {"type": "hashtag", "offset": 0, "length": 3}
    assert said(text="#问题 电梯坏了", entities=[tag]) == Said(
        A_GROUP, 5, AT, A_PERSON, "#问题 电梯坏了", spans=(Span("hashtag", 0, 3),)
    )


def test_a_caption_of_an_album_with_its_own_entities() -> None:
    tag = {"type": "hashtag", "offset": 0, "length": 3}
    sizes = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
    album = said(
        text=None, caption="#问题", caption_entities=[tag], photo=sizes, media_group_id="77"
    )
    assert (album.text, album.spans, album.album) == ("#问题", (Span("hashtag", 0, 3),), "77")


def test_somebody_named_without_a_username() -> None:
    entity = {"type": "text_mention", "offset": 0, "length": 2, "user": MEI}
    assert said(entities=[entity]).spans == (Span("text_mention", 0, 2, 7),)


def test_a_place_on_the_map() -> None:
    assert said(text=None, location={"latitude": 30.5, "longitude": 120.25}).location == (
        30.5,
        120.25,
    )


def test_an_edited_message_keeps_its_start() -> None:
    edited = came_in(edited_message=message(edit_date=UNIX + 60))
    assert isinstance(edited, Said)
    assert (edited.at, edited.edited_at) == (AT, LATER)


def test_a_reply_to_a_person_and_to_the_bot() -> None:
    to_mei = said(reply_to_message=message(message_id=3, text="灯坏了")).reply_to
    assert to_mei == Quoted(3, A_PERSON, AT, "灯坏了")
    to_me = said(reply_to_message=message(message_id=4, **{"from": BOT})).reply_to
    assert to_me is not None
    assert to_me.ours


def test_in_a_topic_what_opened_it_is_no_reply() -> None:
    opening = message(
        message_id=3, text=None, forum_topic_created={"name": "Repairs", "icon_color": 1}
    )
    incoming = said(message_thread_id=3, is_topic_message=True, reply_to_message=opening)
    assert (incoming.thread, incoming.reply_to) == (3, None)


def test_a_thread_of_replies_is_no_topic() -> None:
    assert said(message_thread_id=3).thread is None


@pytest.mark.parametrize(
    ("fields", "kind", "number"),
    [
        ({}, SenderKind.PERSON, 7),
        ({"from": ANONYMOUS, "sender_chat": GROUP}, SenderKind.THE_GROUP, -1001),
        ({"from": SERVICE, "sender_chat": CHANNEL}, SenderKind.CHANNEL, -1009),
        ({"from": SERVICE}, SenderKind.CHANNEL, 777000),
        ({"from": BOT}, SenderKind.BOT, ME),
    ],
    ids=["person", "anonymous administrator", "channel", "Telegram itself", "bot"],
)
def test_who_speaks(fields: dict[str, Any], kind: SenderKind, number: int) -> None:
    sender = said(**fields).sender
    assert (sender.kind, sender.id) == (kind, number)


@pytest.mark.parametrize(
    "fields",
    [
        {"forward_origin": {"type": "user", "date": UNIX, "sender_user": MEI}},
        {"forward_origin": {"type": "hidden_user", "date": UNIX, "sender_user_name": "M"}},
        {"via_bot": BOT},
        {"from": SERVICE, "sender_chat": CHANNEL, "is_automatic_forward": True},
        {"from": SERVICE, "sender_chat": CHANNEL},
    ],
    ids=["forward", "hidden forward", "via bot", "linked channel", "as a channel"],
)
def test_what_is_passed_on_is_not_ones_own(fields: dict[str, Any]) -> None:
    assert said(**fields).forwarded
    assert not said().forwarded


def test_marks_that_hide_are_stripped_from_names() -> None:
    sender = said(**{"from": MEI | {"first_name": "\u202eMei\u200b", "last_name": None}}).sender
    assert sender.name == "Mei"


def test_a_tap_is_timed_by_the_answers_around_it() -> None:
    query = {
        "id": "99",
        "from": MEI,
        "chat_instance": "1",
        "data": "rate:5",
        "message": message(**{"from": BOT}),
    }
    assert came_in(callback_query=query) == Tapped("99", A_GROUP, 5, LATER, AT, A_PERSON, "rate:5")


def test_a_tap_on_a_message_too_old_to_be_shown() -> None:
    gone = {"chat": GROUP, "message_id": 5, "date": 0}
    query = {"id": "99", "from": MEI, "chat_instance": "1", "data": "rate:5", "message": gone}
    assert isinstance(came_in(callback_query=query), Tapped)


def test_a_private_chat_is_named_after_the_person() -> None:
    private = {"id": 7, "type": "private", "first_name": "Mei", "last_name": "Wang"}
    assert said(chat=private).chat == Chat(7, "Mei Wang", private=True)


RIGHTS = dict.fromkeys(
    (
        "can_be_edited",
        "is_anonymous",
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_promote_members",
        "can_change_info",
        "can_invite_users",
        "can_post_stories",
        "can_edit_stories",
        "can_delete_stories",
    ),
    False,
)
MUTED = dict.fromkeys(
    (
        "can_send_messages",
        "can_send_audios",
        "can_send_documents",
        "can_send_photos",
        "can_send_videos",
        "can_send_video_notes",
        "can_send_voice_notes",
        "can_send_polls",
        "can_send_other_messages",
        "can_add_web_page_previews",
        "can_change_info",
        "can_invite_users",
        "can_pin_messages",
        "can_manage_topics",
        "can_react_to_messages",
        "can_edit_tag",
    ),
    False,
) | {"is_member": True, "until_date": 0}


def placed(user: dict[str, Any], old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    return {
        "chat": GROUP,
        "from": MEI,
        "date": UNIX,
        "old_chat_member": {"user": user, **old},
        "new_chat_member": {"user": user, **new},
    }


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"status": "left"}, {"status": "member"}, (True, False, False, True)),
        ({"status": "member"}, {"status": "administrator", **RIGHTS}, (True, True, True, True)),
        ({"status": "member"}, {"status": "restricted", **MUTED}, (True, False, True, False)),
        (
            {"status": "member"},
            {"status": "kicked", "until_date": 0},
            (False, False, True, False),
        ),
    ],
    ids=["added", "promoted", "muted", "kicked"],
)
def test_the_bots_own_place(
    old: dict[str, Any], new: dict[str, Any], expected: tuple[bool, bool, bool, bool]
) -> None:
    place = came_in(my_chat_member=placed(BOT, old, new))
    assert isinstance(place, BotPlaced)
    assert (place.chat, place.at, place.by) == (A_GROUP, AT, A_PERSON)
    told = (place.present, place.administrator, place.was_present, place.may_write)
    assert told == expected


def test_somebody_elses_place() -> None:
    change = placed(MEI, {"status": "member"}, {"status": "administrator", **RIGHTS})
    assert came_in(chat_member=change) == MemberPlaced(
        A_GROUP, AT, A_PERSON, administrator=True, present=True
    )


def test_a_group_that_becomes_a_supergroup_says_so_twice() -> None:
    old = {"id": -5, "type": "group", "title": "翠苑三区"}
    assert came_in(message=message(text=None, chat=old, migrate_to_chat_id=-1001)) == Migrated(
        -5, -1001, AT
    )
    assert came_in(message=message(text=None, migrate_from_chat_id=-5)) == Migrated(-5, -1001, AT)


def test_a_new_title() -> None:
    assert came_in(message=message(text=None, new_chat_title="翠苑三区")) == Retitled(A_GROUP, AT)


def test_other_kinds_are_none_of_the_bots_business() -> None:
    assert came_in(channel_post=message(chat=CHANNEL, **{"from": None})) is None


def test_a_channel_is_no_service_group() -> None:
    added = placed(BOT, {"status": "left"}, {"status": "member"}) | {"chat": CHANNEL}
    assert came_in(my_chat_member=added) is None
    promoted = placed(MEI, {"status": "member"}, {"status": "administrator", **RIGHTS})
    assert came_in(chat_member=promoted | {"chat": CHANNEL}) is None
