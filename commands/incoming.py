"""What reaches the bot from a chat, as typed values; no Telegram library's object goes further."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.grammar import Span


class SenderKind(StrEnum):
    """Who speaks: a person, "the group" (an anonymous administrator), or nobody with a role."""

    PERSON = "person"
    THE_GROUP = "the_group"
    CHANNEL = "channel"
    BOT = "bot"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote or tapped; for an anonymous administrator the id is the group chat's."""

    id: int
    name: str
    username: str | None = None
    language: str | None = None
    kind: SenderKind = SenderKind.PERSON


@dataclass(frozen=True, slots=True)
class Chat:
    """Where it was said."""

    id: int
    title: str
    private: bool


@dataclass(frozen=True, slots=True)
class Quoted:
    """The message somebody replied to; `ours` when the bot itself wrote it."""

    message: int
    sender: Sender
    at: datetime
    text: str
    spans: tuple[Span, ...] = ()
    album: str | None = None
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A message or its edited version; `at` is when it was first written, `edited_at` when changed.

    `text` is the text or caption. `forwarded` covers forwards, `via_bot` and posts of linked
    channels: their tags open nothing.
    """

    chat: Chat
    message: int
    at: datetime
    sender: Sender
    text: str
    spans: tuple[Span, ...] = ()
    thread: int | None = None
    reply_to: Quoted | None = None
    album: str | None = None
    edited_at: datetime | None = None
    forwarded: bool = False
    location: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Tapped:
    """A tap on a button of one of the bot's messages.

    A tap carries no time of its own: `at` is the answer that brought it, `not_before` the answer
    before that.
    """

    tap: str
    chat: Chat
    message: int
    at: datetime
    not_before: datetime
    sender: Sender
    code: str


@dataclass(frozen=True, slots=True)
class BotPlaced:
    """The bot's own place in a chat changed: added, promoted, restricted, removed, blocked."""

    chat: Chat
    at: datetime
    by: Sender
    present: bool
    administrator: bool
    was_present: bool
    may_write: bool = True


@dataclass(frozen=True, slots=True)
class MemberPlaced:
    """Somebody's place in a chat changed, as administrators' bots are told."""

    chat: Chat
    at: datetime
    who: Sender
    administrator: bool
    present: bool


@dataclass(frozen=True, slots=True)
class Migrated:
    """The group became a supergroup, with a new chat id."""

    old: int
    new: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Retitled:
    """The chat has a new title."""

    chat: Chat
    at: datetime


Incoming = Said | Tapped | BotPlaced | MemberPlaced | Migrated | Retitled
