"""Telegram's ChatMember and ChatMemberUpdated objects."""

from typing import Any

from sandbox.shapes.chats import chat_shape
from sandbox.shapes.users import user_shape
from sandbox.world.chats import Chat
from sandbox.world.members import ADMINISTRATOR_RIGHTS, MEMBER_PERMISSIONS, Member, Status
from sandbox.world.users import User


def member_shape(member: Member) -> dict[str, Any]:
    """Return somebody's place in a chat."""
    shape: dict[str, Any] = {"status": member.status.value, "user": user_shape(member.user)}
    match member.status:
        case Status.CREATOR:
            shape["is_anonymous"] = member.anonymous
        case Status.ADMINISTRATOR:
            shape |= {"can_be_edited": False, "is_anonymous": member.anonymous}
            shape |= {right: right in member.rights for right in sorted(ADMINISTRATOR_RIGHTS)}
        case Status.RESTRICTED:
            shape |= {"is_member": True, "until_date": 0}
            shape |= {right: right in member.rights for right in sorted(MEMBER_PERMISSIONS)}
        case Status.KICKED:
            shape["until_date"] = 0
        case Status.MEMBER | Status.LEFT:
            pass
    return shape


def change_shape(chat: Chat, by: User, change: tuple[Member, Member], date: int) -> dict[str, Any]:
    """Return a change of membership, from the first place to the second, in Unix seconds."""
    old, new = change
    return {
        "chat": chat_shape(chat),
        "from": user_shape(by),
        "date": date,
        "old_chat_member": member_shape(old),
        "new_chat_member": member_shape(new),
    }
