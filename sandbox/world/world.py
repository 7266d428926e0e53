"""The whole world of the sandbox: who and what exists, found by number."""

import secrets
from typing import Any

from sandbox.changes import Changes
from sandbox.clock import Clock
from sandbox.world.chats import Chat, ChatKind
from sandbox.world.desks import Desk
from sandbox.world.files import Files
from sandbox.world.messages import Author, Body, Message
from sandbox.world.queries import Queries
from sandbox.world.subjects import Matter
from sandbox.world.users import Bot, User

# As large as today's numbers are, so that a column too narrow for them fails here first.
FIRST_PERSON = 5_000_000_001
FIRST_GROUP = -4_000_000_001
FIRST_SUPERGROUP = -1_001_000_000_001


class World:
    """Users, chats and files, and a desk for each bot."""

    def __init__(self) -> None:
        self.changes = Changes()
        self.clock = Clock(lambda: self.changes.announce(Matter.CLOCK))
        self.users: dict[int, User] = {}
        self.deactivated: set[int] = set()
        self.chats: dict[int, Chat] = {}
        self.private_chats: dict[tuple[int, int], Chat] = {}
        self.desks: dict[str, Desk] = {}
        self.files = Files()
        self.queries = Queries()
        self.closing = False
        # Private chats and basic groups share one numbering; supergroups have their own.
        self._last_shared_id = secrets.randbelow(1000)

    def add_user(self, user: User) -> None:
        """Let a user exist."""
        if user.id in self.users:
            raise ValueError(f"user {user.id} exists already")
        self.users[user.id] = user
        self.changes.announce(Matter.PEOPLE)

    def next_person_id(self) -> int:
        """Return a free number for a person; beyond 32 bits, as new accounts have."""
        return FIRST_PERSON + len(self.users)

    def next_group_id(self, kind: ChatKind) -> int:
        """Return a free number for a group or channel."""
        first = FIRST_GROUP if kind is ChatKind.GROUP else FIRST_SUPERGROUP
        return first - len(self.chats)

    def next_message_id(self, chat: Chat) -> int:
        """Return the number of a chat's next message."""
        if chat.kind in (ChatKind.SUPERGROUP, ChatKind.CHANNEL):
            chat.last_message_id += 1
        else:
            self._last_shared_id += 1
            chat.last_message_id = self._last_shared_id
        return chat.last_message_id

    def desk(self, bot: Bot) -> Desk:
        """Return what is kept for a bot."""
        return self.desks[bot.token]

    def chat_for(self, bot: Bot, chat_id: int) -> Chat | None:
        """Return the chat that a bot means by a number."""
        return self.private_chats.get((bot.id, chat_id)) or self.chats.get(chat_id)

    def draft(self, chat: Chat, author: Author, body: Body) -> Message:
        """Return a message of now with the chat's next number, not posted yet."""
        number = self.next_message_id(chat)
        return Message(chat=chat, id=number, date=self.clock.unix(), author=author, body=body)

    def offer(self, bot: Bot, kind: str, payload: dict[str, Any], chat: Chat) -> None:
        """Keep an update for a bot, and wake who waits for it."""
        self.desk(bot).feed.offer(kind, payload, chat.id, self.clock.timestamp())
        self.changes.announce()
