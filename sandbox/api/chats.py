"""getChat…, getFile and leaveChat: what a bot learns of its chats."""

from typing import Any

from sandbox.acts.membership import part
from sandbox.api.call import Call
from sandbox.api.destinations import destination
from sandbox.api.refusals import bad_request
from sandbox.shapes.chats import full_chat_shape
from sandbox.shapes.members import member_shape
from sandbox.shapes.messages import message_shape
from sandbox.world.chats import ChatKind


def get_chat(call: Call) -> dict[str, Any]:
    """Tell about a chat."""
    chat = destination(call)
    shape = full_chat_shape(chat)
    pinned = chat.messages.get(chat.pinned) if chat.pinned else None
    return shape | ({"pinned_message": message_shape(pinned)} if pinned else {})


def get_chat_administrators(call: Call) -> list[dict[str, Any]]:
    """Tell a chat's administrators; other bots are left out, as Telegram does."""
    chat = destination(call)
    if chat.kind is ChatKind.PRIVATE:
        raise bad_request("there are no administrators in the private chat")
    administrators = [member for member in chat.present() if member.is_administrator]
    return [
        member_shape(member)
        for member in administrators
        if not member.user.is_bot or member.user.id == call.bot.id
    ]


def get_chat_member(call: Call) -> dict[str, Any]:
    """Tell somebody's place in a chat."""
    chat = destination(call)
    user = call.world.users.get(call.parameters.number("user_id") or 0)
    if user is None:
        raise bad_request("user not found")
    return member_shape(chat.member(user))


def get_chat_member_count(call: Call) -> int:
    """Tell how many are in a chat."""
    return len(destination(call).present())


def leave_chat(call: Call) -> bool:
    """Leave a chat."""
    chat = destination(call)
    if chat.kind is ChatKind.PRIVATE:
        raise bad_request("chat member status can't be changed in private chats")
    part(call.world, chat, call.bot, call.bot)
    return True


def get_file(call: Call) -> dict[str, Any]:
    """Tell where a file can be downloaded."""
    stored = call.world.files.by_id(call.parameters.text("file_id"))
    if stored is None:
        raise bad_request("invalid file_id")
    return {
        "file_id": stored.id,
        "file_unique_id": stored.unique_id,
        "file_size": len(stored.content),
        "file_path": stored.path,
    }
