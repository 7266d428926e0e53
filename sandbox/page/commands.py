"""Which commands of a bot a phone offers to somebody in a chat: Telegram's order of scopes."""

from collections.abc import Iterator
from typing import Any

import orjson

from sandbox.world.chats import Chat, ChatKind
from sandbox.world.desks import Profile
from sandbox.world.users import User

Scope = dict[str, Any]


def commands_for(profile: Profile, person: User, chat: Chat) -> list[dict[str, Any]]:
    """Return the commands of the narrowest scope that has any, the person's language first.

    The order is that of "Determining list of commands" in the Bot API's documentation.
    """
    scopes = _private(chat) if chat.kind is ChatKind.PRIVATE else _in_group(person, chat)
    for scope in scopes:
        written = orjson.dumps(scope, option=orjson.OPT_SORT_KEYS).decode()
        for language in (person.language, ""):
            if found := profile.commands.get((written, language)):
                return found
    return []


def _private(chat: Chat) -> Iterator[Scope]:
    yield {"type": "chat", "chat_id": chat.id}
    yield {"type": "all_private_chats"}
    yield {"type": "default"}


def _in_group(person: User, chat: Chat) -> Iterator[Scope]:
    administers = chat.member(person).is_administrator
    yield {"type": "chat_member", "chat_id": chat.id, "user_id": person.id}
    if administers:
        yield {"type": "chat_administrators", "chat_id": chat.id}
    yield {"type": "chat", "chat_id": chat.id}
    if administers:
        yield {"type": "all_chat_administrators"}
    yield {"type": "all_group_chats"}
    yield {"type": "default"}
