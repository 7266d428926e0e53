"""What the page needs to know of a play, told by whoever starts the sandbox."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from sandbox.world.chats import Chat
from sandbox.world.users import User


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody the visitor can be with one tap, and what they are in the play."""

    user: User
    role: Words


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the tour: who does what, where.

    `suggestion` is offered to be put into the input line; `reply_to_bot` makes it a reply to the
    bot's latest message that holds this text. `button` is the beginning of the callback data of the
    buttons to point out; of several, with blanks between, the last one ends the step. `jump` is the
    clock's jump, which anybody may make: hour, day, monday or next. `reading` leads to the bot's
    latest message that holds this text.
    """

    title: Words
    text: Words
    persona: Persona
    chat: Chat
    suggestion: str = ""
    reply_to_bot: str = ""
    button: str = ""
    jump: str = ""
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Guide:
    """The play: who is who, the tour, the visitor's language and the place's time zone.

    `move_to` moves the clock to a moment, with whatever falls due on the way done in its own time,
    and returns when all of it stands in the chats; without it the clock just jumps.
    `move_on` does so up to the next thing that shows in a chat, and tells whether anything was due.
    With `watching` the visitor may only look on: the play is still being played, by the program
    itself, and what comes over HTTP to change the scene is refused.
    """

    personas: tuple[Persona, ...]
    tour: tuple[Step, ...]
    language: str
    zone: str
    move_to: Callable[[datetime], Awaitable[None]] | None = None
    move_on: Callable[[], Awaitable[bool]] | None = None
    watching: bool = False
