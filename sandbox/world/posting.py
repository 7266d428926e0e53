"""Puts messages into chats, and tells the bots that see them."""

from dataclasses import replace

from sandbox.shapes.messages import message_shape
from sandbox.world.chats import ChatKind
from sandbox.world.messages import Message
from sandbox.world.subjects import ChatChanged, MessageChanged
from sandbox.world.visibility import sees
from sandbox.world.world import World


def post(world: World, message: Message) -> Message:
    """Put a new message into its chat."""
    message.chat.messages[message.id] = message
    _tell(world, message, "message")
    return message


def revise(world: World, message: Message) -> Message:
    """Put an edited version into the place of the one before."""
    edited = replace(message, edited=world.clock.unix())
    message.chat.messages[message.id] = edited
    _tell(world, edited, "edited_message")
    return edited


def erase(world: World, message: Message) -> None:
    """Delete a message, and its pin with it; Telegram tells no bot."""
    chat = message.chat
    chat.messages.pop(message.id, None)
    world.changes.announce(MessageChanged(chat, message.id))
    if chat.pinned == message.id:
        chat.pinned = None
        world.changes.announce(ChatChanged(chat))


def swap(world: World, message: Message) -> Message:
    """Put a version into the place of the one before without calling it edited: new buttons."""
    message.chat.messages[message.id] = message
    world.changes.announce(MessageChanged(message.chat, message.id))
    return message


def _tell(world: World, message: Message, kind: str) -> None:
    if message.chat.kind is ChatKind.CHANNEL:
        kind = kind.replace("message", "channel_post")
    for bot in message.chat.bots():
        if sees(bot, message):
            world.offer(bot, kind, message_shape(message), message.chat)
    world.changes.announce(MessageChanged(message.chat, message.id))
