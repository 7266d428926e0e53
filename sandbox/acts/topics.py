"""Somebody opens a topic in a forum."""

from dataclasses import replace

from sandbox.acts.errors import ImpossibleError
from sandbox.world.chats import Chat
from sandbox.world.messages import Author, Body, Message
from sandbox.world.posting import post
from sandbox.world.subjects import ChatChanged
from sandbox.world.users import User
from sandbox.world.world import World

_ICON_COLOR = 0x6FB9F0  # the first of the six that Telegram allows


def open_topic(world: World, forum: Chat, by: User, name: str) -> Message:
    """Open a topic in a forum; its number is that of the message that created it."""
    if not forum.forum:
        raise ImpossibleError("only forums have topics")
    service = {"forum_topic_created": {"name": name, "icon_color": _ICON_COLOR}}
    message = world.draft(forum, Author(by), Body(service=service))
    forum.topics[message.id] = name
    world.changes.announce(ChatChanged(forum))
    return post(world, replace(message, thread=message.id))
