"""Whose messages a person may delete."""

from sandbox.acts.errors import ImpossibleError
from sandbox.world.chats import ChatKind
from sandbox.world.messages import Message
from sandbox.world.users import User


def check_deletable(who: User, message: Message) -> None:
    """Raise ImpossibleError unless the message is one's own, or one administers the chat."""
    if message.sender.id == who.id or message.chat.kind is ChatKind.PRIVATE:
        return
    if not message.chat.member(who).may("can_delete_messages"):
        raise ImpossibleError("only the author or an administrator may delete a message")
