"""Control of what people say, change and tap."""

from base64 import b64decode
from dataclasses import replace
from typing import Any

from sandbox.acts.delete import check_deletable
from sandbox.acts.draft import Draft
from sandbox.acts.errors import ImpossibleError
from sandbox.api.entities import read_entities
from sandbox.api.parameters import Parameters
from sandbox.control.order import Order
from sandbox.shapes.messages import message_shape
from sandbox.texts.entity import Entity
from sandbox.world.files import Upload
from sandbox.world.messages import Location
from sandbox.world.queries import Query

_PATIENCE = 5  # real seconds


async def listed(order: Order) -> list[dict[str, Any]]:
    """Tell a chat's messages as the member `as` sees them, those with numbers beyond `after`."""
    chat = order.chat
    if order.parameters.has("as") and not chat.member(order.user("as")).is_present:
        raise ImpossibleError("only members see a chat")
    after = order.parameters.number("after") or 0
    return [message_shape(each) for each in order.scene.messages(chat) if each.id > after]


async def say(order: Order) -> dict[str, Any]:
    """Let `as` say something: `text`, its `entities`, any field of a draft; tell the first message.

    `photo` comes in base64, or it and `document` as uploads of a form. Several uploads whose names
    begin with `photo` are an album, which stands whole before anybody can answer.
    """
    who, chat = order.user("as"), order.chat
    sent = [order.scene.send(who, chat, draft) for draft in _drafts(order)]
    return message_shape(sent[0])


async def edit(order: Order) -> dict[str, Any]:
    """Let `as` change a message's words to `text` with its `entities`."""
    text, marks = order.parameters.text("text"), _marks(order)
    return message_shape(order.scene.edit(order.user("as"), order.message, text, marks))


async def delete(order: Order) -> bool:
    """Delete a message; as `as`, when that is given, only where a phone would let them."""
    if order.parameters.has("as"):
        check_deletable(order.user("as"), order.message)
    order.scene.delete(order.message)
    return True


async def tap(order: Order) -> dict[str, Any] | None:
    """Let `as` tap `button` (its text or data), and wait `timeout` seconds for the answer."""
    patience = order.parameters.number("timeout") or _PATIENCE
    button = order.parameters.text("button")
    answer = await order.scene.tap(order.user("as"), order.message, button, patience)
    if answer is None:
        return None
    return {"text": answer.text, "show_alert": answer.show_alert, "url": answer.url}


async def react(order: Order) -> dict[str, Any]:
    """Let `as` react with `emoji`, or take the reaction back without."""
    emoji = order.parameters.text("emoji")
    given = [emoji] if emoji else []
    return message_shape(order.scene.react(order.user("as"), order.message, given))


async def answers(order: Order) -> list[dict[str, Any]]:
    """Tell all taps and what the bot answered."""
    return [_tap_shape(query) for query in order.scene.taps]


def _tap_shape(query: Query) -> dict[str, Any]:
    answer = query.answer
    shape = {"from": query.person.id, "chat": query.message.chat.id, "data": query.data}
    return shape | {
        "message": query.message.id,
        "answered": answer is not None,
        "text": answer.text if answer else "",
        "show_alert": answer.show_alert if answer else False,
    }


def _drafts(order: Order) -> list[Draft]:
    """Return one draft, or one for each picture of an album, the first of them with the words."""
    first = _draft(order)
    photos = _photos(order.parameters)
    if len(photos) <= 1:
        return [replace(first, photo=photos[0])] if photos else [first]
    captioned, *others = photos
    wordless = replace(first, text="")
    return [
        replace(first, photo=captioned),
        *(replace(wordless, photo=photo) for photo in others),
    ]


def _draft(order: Order) -> Draft:
    given = order.parameters
    place = given.object("location")
    replied, forwarded = given.number("reply_to"), given.number("forward")
    return Draft(
        text=given.text("text"),
        marks=_marks(order),
        document=given.uploads.get("document"),
        location=Location(place["latitude"], place["longitude"]) if place else None,
        reply_to=order.message_numbered(replied) if replied else None,
        quote=given.text("quote"),
        topic=given.number("topic"),
        anonymous=given.flag("anonymous"),
        forwarded=order.message_numbered(forwarded) if forwarded else None,
        album=given.text("album"),
    )


def _marks(order: Order) -> tuple[Entity, ...]:
    return read_entities(order.scene.world, order.parameters.objects("entities"))


def _photos(given: Parameters) -> list[Upload]:
    written = given.text("photo")
    if written:
        return [Upload("photo.png", b64decode(written, validate=True), "image/png")]
    return [given.uploads[name] for name in sorted(given.uploads) if name.startswith("photo")]
