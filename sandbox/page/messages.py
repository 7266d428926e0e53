"""Messages as the page gets them: Telegram's shape, and who reacted how."""

from collections import defaultdict
from typing import Any

from sandbox.shapes.messages import message_shape
from sandbox.texts import utf16
from sandbox.world.chats import Chat
from sandbox.world.messages import Message

PAGE = 60
_MOST_FOUND = 200


def page_message(message: Message) -> dict[str, Any]:
    """Return a message with its reactions: emoji, and the numbers of who gave it."""
    shape = message_shape(message)
    givers: defaultdict[str, list[int]] = defaultdict(list)
    for person, given in message.reactions.items():
        for emoji in given:
            givers[emoji].append(person)
    if givers:
        shape["reactions"] = [{"emoji": emoji, "by": by} for emoji, by in givers.items()]
    return shape


def older_than(
    chat: Chat, before: int | None, down_to: int | None, topic: int | None
) -> dict[str, Any]:
    """Return a page of messages older than a number, newest page first; oldest message first.

    With `down_to` the page is long enough to hold that message. `topic` is a forum's, 0 General.
    """
    numbers = [each for each in sorted(chat.messages) if before is None or each < before]
    fitting = [each for each in numbers if _is_in(chat.messages[each], topic)]
    first = max(0, len(fitting) - PAGE)
    if down_to is not None:
        wanted = next((at for at, each in enumerate(fitting) if each >= down_to), first)
        first = min(first, max(0, wanted - PAGE // 4))
    return {
        "messages": [page_message(chat.messages[each]) for each in fitting[first:]],
        "more": first > 0,
    }


def tagged(chat: Chat, tag: str) -> list[dict[str, Any]]:
    """Return a chat's messages with a hashtag, newest first; capitals and small letters agree."""
    found = [chat.messages[each] for each in sorted(chat.messages, reverse=True)]
    return [page_message(each) for each in found if _has_tag(each, tag)][:_MOST_FOUND]


def _is_in(message: Message, topic: int | None) -> bool:
    return topic is None or (message.thread or 0) == topic


def _has_tag(message: Message, tag: str) -> bool:
    if tag.casefold() not in message.text.casefold():
        return False
    tags = (each for each in message.body.entities if each.type == "hashtag")
    written = (utf16.cut(message.text, each.offset, each.length) for each in tags)
    return any(each.casefold() == tag.casefold() for each in written)
