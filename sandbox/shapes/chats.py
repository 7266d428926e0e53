"""Telegram's Chat and ChatFullInfo objects."""

from typing import Any

from sandbox.world.chats import Chat, ChatKind
from sandbox.world.members import MEMBER_PERMISSIONS

# ChatFullInfo's required fields that the sandbox gives no meaning.
_ACCENT_COLORS = 7
_MAX_REACTIONS = 11
_GIFTS = (
    "unlimited_gifts",
    "limited_gifts",
    "unique_gifts",
    "premium_subscription",
    "gifts_from_channels",
)


def chat_shape(chat: Chat) -> dict[str, Any]:
    """Return a chat as it stands in messages."""
    shape: dict[str, Any] = {"id": chat.id, "type": chat.kind.value}
    if chat.kind is ChatKind.PRIVATE:
        return shape | _person_part(chat)
    shape["title"] = chat.title
    if chat.username:
        shape["username"] = chat.username
    if chat.forum:
        shape["is_forum"] = True
    return shape


def full_chat_shape(chat: Chat) -> dict[str, Any]:
    """Return a chat as getChat tells it."""
    shape = chat_shape(chat) | {
        "accent_color_id": abs(chat.id) % _ACCENT_COLORS,
        "max_reaction_count": _MAX_REACTIONS,
        "accepted_gift_types": dict.fromkeys(_GIFTS, False),
    }
    if chat.is_group:
        shape["permissions"] = dict.fromkeys(sorted(MEMBER_PERMISSIONS), True)
    if chat.linked is not None:
        shape["linked_chat_id"] = chat.linked
    return shape


def _person_part(chat: Chat) -> dict[str, Any]:
    person = chat.person
    names = {
        "first_name": person.first_name,
        "last_name": person.last_name,
        "username": person.username,
    }
    return {name: value for name, value in names.items() if value}
