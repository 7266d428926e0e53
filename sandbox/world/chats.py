"""A chat, with its members, topics and messages."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from sandbox.world.members import Member, Status
from sandbox.world.users import Bot, User

if TYPE_CHECKING:
    from sandbox.world.messages import Message


class ChatKind(StrEnum):
    """The values of `Chat.type`."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


@dataclass(slots=True, eq=False)
class Chat:
    """A conversation; a private one has the person's number and holds the person and the bot."""

    id: int
    kind: ChatKind
    title: str = ""
    username: str = ""
    forum: bool = False
    # Left out of repr: a message names its chat, and a chat all its messages.
    members: dict[int, Member] = field(default_factory=dict, repr=False)
    messages: dict[int, "Message"] = field(default_factory=dict, repr=False)
    topics: dict[int, str] = field(default_factory=dict)
    migrated_to: int | None = None
    linked: int | None = None
    pinned: int | None = None
    last_message_id: int = 0

    @property
    def is_group(self) -> bool:
        """Whether this is a group or supergroup."""
        return self.kind in (ChatKind.GROUP, ChatKind.SUPERGROUP)

    @property
    def is_begun(self) -> bool:
        """Whether anything was ever said here; in a private chat the person says the first word."""
        return self.last_message_id > 0

    @property
    def person(self) -> User:
        """The person of a private chat."""
        return next(member.user for member in self.members.values() if not member.user.is_bot)

    def member(self, user: User) -> Member:
        """Return a user's place, which is `left` for who never came."""
        return self.members.get(user.id) or Member(user, Status.LEFT)

    def bots(self) -> list[Bot]:
        """Return the sandbox's bots that are in the chat now."""
        present = (member.user for member in self.members.values() if member.is_present)
        return [user for user in present if isinstance(user, Bot)]

    def present(self) -> list[Member]:
        """Return who is in the chat now."""
        return [member for member in self.members.values() if member.is_present]
