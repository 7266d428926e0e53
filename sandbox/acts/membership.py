"""Somebody's place in a chat changes: joining, leaving, rights, blocking."""

from typing import Any

from sandbox.shapes.members import change_shape
from sandbox.shapes.users import user_shape
from sandbox.world.chats import Chat
from sandbox.world.members import Member, Status
from sandbox.world.messages import Author, Body
from sandbox.world.posting import post
from sandbox.world.subjects import ChatChanged
from sandbox.world.users import Bot, User
from sandbox.world.world import World


def place(world: World, chat: Chat, member: Member, by: User) -> None:
    """Give a user a new place in a chat, and tell the bots concerned."""
    old = chat.member(member.user)
    chat.members[member.user.id] = member
    payload = change_shape(chat, by, (old, member), world.clock.unix())
    if isinstance(member.user, Bot):
        world.offer(member.user, "my_chat_member", payload, chat)
    # Of others' changes only administrators hear, and only when they asked for chat_member.
    for bot in chat.bots():
        if bot.id != member.user.id and chat.member(bot).is_administrator:
            world.offer(bot, "chat_member", payload, chat)
    world.changes.announce(ChatChanged(chat))


def join(world: World, chat: Chat, user: User, by: User) -> None:
    """Let a user come into a chat, with the service message that says so."""
    place(world, chat, Member(user, Status.MEMBER), by)
    _note(world, chat, by, {"new_chat_members": [user_shape(user)]})


def part(world: World, chat: Chat, user: User, by: User) -> None:
    """Let a user leave a chat, or be kicked when somebody else does it."""
    status = Status.LEFT if user.id == by.id else Status.KICKED
    place(world, chat, Member(user, status), by)
    _note(world, chat, by, {"left_chat_member": user_shape(user)})


def _note(world: World, chat: Chat, by: User, service: dict[str, Any]) -> None:
    post(world, world.draft(chat, Author(by), Body(service=service)))
