"""Which thread a message falls into, and what it answers."""

from sandbox.world.chats import Chat, ChatKind
from sandbox.world.messages import Message


def thread_of(
    chat: Chat, reply_to: Message | None, topic: int | None
) -> tuple[int | None, int | None]:
    """Return a message's thread and the number of what it answers.

    In a forum a reply stays in its topic, and a message that answers nothing is told as an answer
    to the one that created the topic. In other supergroups a reply's thread is its first message,
    which is no topic: Telegram refuses it as `message_thread_id`.
    """
    answered = reply_to.id if reply_to else None
    if chat.forum:
        thread = reply_to.thread if reply_to else topic
        return thread, answered or thread
    if chat.kind is ChatKind.SUPERGROUP and reply_to is not None:
        return reply_to.thread or reply_to.id, answered
    return None, answered
