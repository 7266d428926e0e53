"""Control of chats and who is in them."""

from typing import Any

from sandbox.control.order import Order
from sandbox.shapes.chats import chat_shape
from sandbox.shapes.members import member_shape
from sandbox.shapes.messages import message_shape
from sandbox.world.chats import Chat
from sandbox.world.members import Status
from sandbox.world.users import User


async def listed(order: Order) -> list[dict[str, Any]]:
    """Tell all chats with their members and topics."""
    world = order.scene.world
    return [_shape(chat) for chat in (*world.chats.values(), *world.private_chats.values())]


async def add(order: Order) -> dict[str, Any]:
    """Found a group: `title`, `creator`, `forum`, `basic`."""
    given = order.parameters
    group = order.scene.add_group(
        given.text("title"),
        order.user("creator"),
        forum=given.flag("forum"),
        supergroup=not given.flag("basic"),
    )
    return _shape(group)


async def place(order: Order) -> dict[str, Any]:
    """Give `user` a place in the chat: `status` as Telegram names it, `anonymous`, `by` whom."""
    chat, user = order.chat, order.user("user")
    status = Status(order.parameters.text("status") or Status.MEMBER)
    _place(order, chat, user, status)
    return member_shape(chat.member(user))


async def add_topic(order: Order) -> dict[str, Any]:
    """Open a topic: `name`, `as` (its founder)."""
    name = order.parameters.text("name")
    return message_shape(order.scene.add_topic(order.chat, name, order.user("as")))


async def migrate(order: Order) -> dict[str, Any]:
    """Make a supergroup of a basic group."""
    return _shape(order.scene.migrate(order.chat))


def _place(order: Order, chat: Chat, user: User, status: Status) -> None:
    scene = order.scene
    by = order.user("by") if order.parameters.has("by") else None
    match status:
        case Status.ADMINISTRATOR | Status.CREATOR:
            scene.promote(chat, user, anonymous=order.parameters.flag("anonymous"), by=by)
        case Status.MEMBER if chat.member(user).is_present:
            scene.demote(chat, user, by)
        case Status.MEMBER:
            scene.add_member(chat, user, by)
        case Status.RESTRICTED:
            scene.restrict(chat, user, by=by)
        case Status.LEFT:
            scene.leave(chat, user)
        case Status.KICKED:
            scene.kick(chat, user, by)


def _shape(chat: Chat) -> dict[str, Any]:
    members = [member_shape(member) for member in chat.members.values()]
    topics = {str(number): name for number, name in chat.topics.items()}
    return chat_shape(chat) | {"members": members, "topics": topics}
