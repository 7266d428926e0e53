"""Somebody reacts to a message with emoji."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sandbox.shapes.chats import chat_shape
from sandbox.shapes.users import user_shape
from sandbox.world.messages import Message
from sandbox.world.subjects import MessageChanged
from sandbox.world.users import User
from sandbox.world.world import World


def react(world: World, who: User, message: Message, emoji: Iterable[str]) -> Message:
    """Replace a person's reactions to a message; bots that administer the chat may learn it."""
    current = message.chat.messages[message.id]
    old, new = current.reactions.get(who.id, ()), tuple(emoji)
    changed = replace(current, reactions={**current.reactions, who.id: new})
    current.chat.messages[current.id] = changed
    payload = {
        "chat": chat_shape(current.chat),
        "message_id": current.id,
        **_actor(who, current),
        "date": world.clock.unix(),
        "old_reaction": [_reaction(each) for each in old],
        "new_reaction": [_reaction(each) for each in new],
    }
    for bot in current.chat.bots():
        if current.chat.member(bot).is_administrator:
            world.offer(bot, "message_reaction", payload, current.chat)
    world.changes.announce(MessageChanged(current.chat, current.id))
    return changed


def _actor(who: User, message: Message) -> dict[str, Any]:
    if message.chat.member(who).anonymous:
        return {"actor_chat": chat_shape(message.chat)}
    return {"user": user_shape(who)}


def _reaction(emoji: str) -> dict[str, str]:
    return {"type": "emoji", "emoji": emoji}
