"""A message, and what it can hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sandbox.texts.entity import Entity
from sandbox.world.chats import Chat
from sandbox.world.files import StoredFile
from sandbox.world.users import User


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture; sizes in pixels."""

    file: StoredFile
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Document:
    """A file sent as it is."""

    file: StoredFile


@dataclass(frozen=True, slots=True)
class Location:
    """A point on the map, in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Body:
    """What a message says: a text or caption, a medium, or the words of a service message."""

    text: str = ""
    entities: tuple[Entity, ...] = ()
    media: Photo | Document | Location | None = None
    service: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message; `action` is its one optional field as Telegram names it."""

    text: str
    action: Mapping[str, Any]

    @property
    def data(self) -> str:
        """The callback data, or nothing."""
        return str(self.action.get("callback_data", ""))

    @property
    def url(self) -> str:
        """The link, or nothing."""
        return str(self.action.get("url", ""))


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Author:
    """Who a message shows as its sender; `chat` where somebody speaks for a chat."""

    user: User
    chat: Chat | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a forwarded message was first said; dates in Unix seconds."""

    author: Author
    date: int
    message_id: int
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One version of a message; an edit makes the next version. Dates in Unix seconds."""

    chat: Chat
    id: int
    date: int
    author: Author
    body: Body
    thread: int | None = None
    reply_to: int | None = None
    quote: str = ""
    album: str = ""
    origin: Origin | None = None
    via: User | None = None
    automatic_forward: bool = False
    keyboard: Keyboard = ()
    edited: int | None = None
    silent: bool = False
    reactions: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The text or caption."""
        return self.body.text

    @property
    def sender(self) -> User:
        """The account that sent it, which is Group Anonymous Bot for a hidden administrator."""
        return self.author.user

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All buttons, row after row."""
        return tuple(button for row in self.keyboard for button in row)

    @property
    def replied(self) -> "Message | None":
        """The message this one answers, unless it was deleted."""
        return self.chat.messages.get(self.reply_to) if self.reply_to else None
