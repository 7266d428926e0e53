"""Which updates can concern the bot, told from the raw JSON before any object is built."""

from collections.abc import Mapping
from typing import Any

from domain.grammar import might_concern

# A message by chat and number.
Place = tuple[int, int]
# What a database can keep.
NUMBER_LIMIT = 2**63

_SERVICE = ("migrate_to_chat_id", "migrate_from_chat_id", "new_chat_title")
_ALWAYS = ("callback_query", "my_chat_member", "chat_member")


def concerns(update: Mapping[str, Any], me: int) -> bool | Place:
    """Tell whether an update concerns the bot with this id; a place means: if that is of a case.

    Raises KeyError, TypeError, AttributeError or ValueError for what is not of Telegram's form.
    """
    message = update.get("message")
    if message is not None:
        return _message(message, me)
    edited = update.get("edited_message")
    if edited is not None:
        return _edited(edited, me)
    return any(kind in update for kind in _ALWAYS)


def _message(message: Mapping[str, Any], me: int) -> bool | Place:
    chat = message["chat"]
    if might_concern(_words(message)) or chat["type"] == "private" or "media_group_id" in message:
        return True
    reply = message.get("reply_to_message")
    # In a topic each message seems to answer the one that opened it.
    if reply is None or "forum_topic_created" in reply:
        return any(kind in message for kind in _SERVICE)
    if reply.get("from", {}).get("id") == me:
        return True
    return _place(chat, reply)


def _edited(message: Mapping[str, Any], me: int) -> bool | Place:
    verdict = _message(message, me)
    return verdict if verdict is True else _place(message["chat"], message)


def _place(chat: Mapping[str, Any], message: Mapping[str, Any]) -> Place:
    place = chat["id"], message["message_id"]
    if any(type(number) is not int or abs(number) >= NUMBER_LIMIT for number in place):
        raise ValueError("chats and messages have numbers")
    return place


def _words(message: Mapping[str, Any]) -> str:
    words: str = message.get("text") or message.get("caption") or ""
    return words
