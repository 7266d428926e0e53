"""What is said to people, as values: new posts, edits of earlier ones, and pop-ups."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Urgency(IntEnum):
    """Which waiting message goes first; a lower number is sent sooner."""

    ANSWER = 0
    NOTICE = 1
    BULK = 2


class Purpose(StrEnum):
    """What a message is to its case or group, so that its id comes back to the right place."""

    CARD = "card"
    REPLY = "reply"
    RATING = "rating"
    NOTICE = "notice"
    SUMMARY = "summary"
    GREETING = "greeting"


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button: what it says, and the code a tap brings back (at most 64 bytes)."""

    label: str
    code: str


@dataclass(frozen=True, slots=True)
class Link:
    """One inline button that opens an address."""

    label: str
    url: str


Keyboard = tuple[tuple[Button | Link, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is drawn when it is sent, from its chart in JSON.

    `instead` is said, as HTML, in the place of a placeholder for which no picture can come.
    """

    chart: str
    instead: str


@dataclass(frozen=True, slots=True)
class Post:
    """A new message to a chat.

    `html` is Telegram's HTML, escaped, at most 4,096 UTF-16 units of text; under a `picture` it is
    the caption, at most 1,024. `dedupe` makes a repeated write of the same message a no-op. A
    `placeholder` is sent first and edited into the rest, so that the message never stands twice.
    """

    chat: int
    html: str
    dedupe: str
    purpose: Purpose = Purpose.REPLY
    case: int | None = None
    reply_to: int | None = None
    thread: int | None = None
    keyboard: Keyboard = ()
    urgency: Urgency = Urgency.ANSWER
    placeholder: str | None = None
    silent: bool = False
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """A new text for an earlier message; edits of one message that wait together become the last.

    `post` is the `dedupe` key of the post that made the message, which names it even while its id
    is not yet known; `message` is the id where only that is known.
    """

    chat: int
    html: str
    post: str
    keyboard: Keyboard = ()
    case: int | None = None
    message: int | None = None
    urgency: Urgency = Urgency.ANSWER


@dataclass(frozen=True, slots=True)
class PopUp:
    """The answer to one tap, seen only by who tapped; `alert` keeps it open until dismissed."""

    tap: str
    text: str
    alert: bool = False


Outgoing = Post | Edit | PopUp


class Refusal(StrEnum):
    """Why a message can never arrive; all but REJECTED hold for the whole chat."""

    KICKED = "kicked"
    BLOCKED = "blocked"
    GONE = "gone"
    NO_RIGHTS = "no_rights"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class DeliveryFailed:
    """A message that was given up, in Telegram's own words, for whoever is responsible to know."""

    chat: int
    why: Refusal
    words: str
    case: int | None = None
    purpose: Purpose | None = None
