"""The chats of a person, as the page's list shows them."""

from collections.abc import Iterator
from typing import Any

from sandbox.page.messages import page_message
from sandbox.page.reading import Reading
from sandbox.scene import Scene
from sandbox.shapes.chats import chat_shape
from sandbox.world.chats import Chat, ChatKind
from sandbox.world.members import Member
from sandbox.world.messages import Message
from sandbox.world.users import Bot, User

_LOOKED_THROUGH = 200  # messages; more unread ones than this are not counted


def key_of(chat: Chat) -> str:
    """Return what the page calls a chat: its number, with the bot's where it is private."""
    bot = bot_of(chat)
    return f"{chat.id}:{bot.id}" if bot else str(chat.id)


def bot_of(chat: Chat) -> Bot | None:
    """Return the bot of a private chat, also a blocked one."""
    if chat.kind is not ChatKind.PRIVATE:
        return None
    users = (member.user for member in chat.members.values())
    return next(user for user in users if isinstance(user, Bot))


def chat_keyed(scene: Scene, key: str) -> Chat:
    """Return the chat that the page calls so; LookupError when there is none."""
    number, _, bot_number = key.partition(":")
    if not bot_number:
        return scene.world.chats[int(number)]
    person, bot = scene.world.users[int(number)], scene.world.users[int(bot_number)]
    if person.is_bot or not isinstance(bot, Bot):
        raise LookupError("no such chat")
    return scene.private(person, bot)


def chats_of(scene: Scene, person: User) -> Iterator[Chat]:
    """Yield the groups a person is in, and their chat with every bot, begun or not."""
    for chat in scene.world.chats.values():
        if chat.member(person).is_present and chat.migrated_to is None:
            yield chat
    for desk in scene.world.desks.values():
        yield scene.private(person, desk.bot)


def listed_chat(chat: Chat, person: User, reading: Reading) -> dict[str, Any]:
    """Return a chat of a person's list with its last message and how many are unread."""
    bot = bot_of(chat)
    last = newest(chat)
    return chat_shape(chat) | {
        "key": key_of(chat),
        "bot": bot.id if bot else None,
        "blocked": bot is not None and not chat.member(bot).is_present,
        "begun": chat.is_begun,
        "may_write": chat.member(person).may("can_send_messages"),
        "administers": chat.member(person).is_administrator,
        "members": [_member(each) for each in chat.present()],
        "topics": {str(number): name for number, name in chat.topics.items()},
        "pinned": chat.pinned,
        "last": page_message(last) if last else None,
        **_unread(chat, person, reading.mark(person, chat)),
    }


def open_group(chat: Chat, person: User) -> dict[str, Any]:
    """Return a group as somebody sees it who may want to join it."""
    joined = chat.member(person).is_present
    inside = [member.user.id for member in chat.present()]
    return {"key": key_of(chat), "title": chat.title, "joined": joined, "members": inside}


def newest(chat: Chat) -> Message | None:
    """Return a chat's last message, None when it has none."""
    return chat.messages[max(chat.messages)] if chat.messages else None


def _member(member: Member) -> dict[str, Any]:
    return {"id": member.user.id, "status": member.status.value}


def _unread(chat: Chat, person: User, mark: int) -> dict[str, int | None]:
    numbers = sorted(number for number in chat.messages if number > mark)[-_LOOKED_THROUGH:]
    others = [each for each in numbers if chat.messages[each].sender.id != person.id]
    return {"unread": len(others), "unread_from": others[0] if others else None}
