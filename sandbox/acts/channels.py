"""A channel's post arrives in the group that discusses it."""

from dataclasses import replace

from sandbox.acts.draft import Draft
from sandbox.acts.speak import spoken_body
from sandbox.world.chats import Chat
from sandbox.world.messages import Author, Message, Origin
from sandbox.world.posting import post
from sandbox.world.users import CHANNEL_BOT, TELEGRAM
from sandbox.world.world import World


def announce(world: World, channel: Chat, group: Chat, draft: Draft) -> Message:
    """Post in a channel, and forward it into its group as Telegram does: from 777000."""
    body = spoken_body(world, draft)
    original = post(world, world.draft(channel, Author(CHANNEL_BOT, channel), body))
    forward = world.draft(group, Author(TELEGRAM, channel), body)
    origin = Origin(original.author, original.date, original.id)
    return post(world, replace(forward, origin=origin, automatic_forward=True))
