"""What is to be said, as JSON in the outbox and back."""

from dataclasses import dataclass
from typing import Any

import orjson

from domain.delivery import Button, Edit, Keyboard, Link, Picture, PopUp, Post


@dataclass(frozen=True, slots=True)
class Payload:
    """What a row says: of a post everything, of an edit only text and keyboard.

    `is_taken_back`: what stands in the chat of it is to be deleted.
    """

    html: str = ""
    keyboard: Keyboard = ()
    placeholder: str | None = None
    reply_to: int | None = None
    thread: int | None = None
    silent: bool = False
    tap: str | None = None
    alert: bool = False
    picture: Picture | None = None
    is_taken_back: bool = False


def payload_of(outgoing: Post | Edit | PopUp) -> Payload:
    """Return what is to be said, without whom it is said to."""
    if isinstance(outgoing, PopUp):
        return Payload(html=outgoing.text, tap=outgoing.tap, alert=outgoing.alert)
    if isinstance(outgoing, Edit):
        return Payload(html=outgoing.html, keyboard=outgoing.keyboard)
    return Payload(
        html=outgoing.html,
        keyboard=outgoing.keyboard,
        placeholder=outgoing.placeholder,
        reply_to=outgoing.reply_to,
        thread=outgoing.thread,
        silent=outgoing.silent,
        picture=outgoing.picture,
    )


def encode(payload: Payload) -> str:
    """Return the payload as JSON."""
    return orjson.dumps(payload).decode()


def decode(text: str) -> Payload:
    """Return the payload that `encode` wrote."""
    fields = orjson.loads(text)
    keyboard = tuple(tuple(_button(each) for each in row) for row in fields.pop("keyboard"))
    # What an older version of this program put into the outbox has none.
    picture = fields.pop("picture", None)
    return Payload(keyboard=keyboard, picture=Picture(**picture) if picture else None, **fields)


def _button(fields: dict[str, Any]) -> Button | Link:
    return Link(**fields) if "url" in fields else Button(**fields)
