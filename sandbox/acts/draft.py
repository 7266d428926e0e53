"""What a person is about to say, and how."""

from dataclasses import dataclass

from sandbox.texts.entity import Entity
from sandbox.world.chats import Chat
from sandbox.world.files import Upload
from sandbox.world.messages import Location, Message
from sandbox.world.users import Bot


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A message before it is sent.

    `marks` are formats and links set by hand; tags, commands and mentions are found by themselves.
    `topic` is a forum topic's number, none for General. `anonymous` and `speaks_for` hide the
    person behind the group or a channel. `forwarded` makes it a forward of that message, with the
    author's name only when `hidden_origin`. Messages with one `album` belong together.
    """

    text: str = ""
    marks: tuple[Entity, ...] = ()
    photo: Upload | None = None
    document: Upload | None = None
    location: Location | None = None
    reply_to: Message | None = None
    quote: str = ""
    topic: int | None = None
    anonymous: bool = False
    speaks_for: Chat | None = None
    forwarded: Message | None = None
    hidden_origin: bool = False
    via: Bot | None = None
    album: str = ""
