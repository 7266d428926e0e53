"""editMessage… and deleteMessage: a bot changes what it said."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sandbox.api.call import Call
from sandbox.api.destinations import addressed_message, check_right, destination
from sandbox.api.keyboards import read_keyboard
from sandbox.api.refusals import RefusedError, bad_request, forbidden
from sandbox.api.uploads import read_document, read_photo
from sandbox.api.wording import read_caption, read_text
from sandbox.shapes.messages import message_shape
from sandbox.world.messages import Body, Document, Message, Photo
from sandbox.world.posting import erase, revise, swap
from sandbox.world.subjects import ChatChanged

_DELETABLE = 48 * 3600  # seconds
# An edit is refused by the server itself, not in the words for a new message.
_RIGHTS = {
    "photo": ("can_send_photos", "CHAT_SEND_PHOTOS_FORBIDDEN"),
    "document": ("can_send_documents", "CHAT_SEND_DOCS_FORBIDDEN"),
}
_MEDIA: dict[str, Callable[[Call], Photo | Document]] = {
    "photo": read_photo,
    "document": read_document,
}


def edit_message_text(call: Call) -> dict[str, Any]:
    """Change a text and its buttons; without reply_markup the buttons go."""
    old = _own_message(call)
    if old.body.media is not None:
        raise bad_request("there is no text in the message to edit")
    text, entities = read_text(call)
    return _edited(call, old, replace(old.body, text=text, entities=entities))


def edit_message_caption(call: Call) -> dict[str, Any]:
    """Change a caption and the buttons under it."""
    old = _own_message(call)
    if not isinstance(old.body.media, Photo | Document):
        raise bad_request("there is no caption in the message to edit")
    text, entities = read_caption(call)
    return _edited(call, old, replace(old.body, text=text, entities=entities))


def edit_message_media(call: Call) -> dict[str, Any]:
    """Put a picture or file, with its caption, into the place of a text or another medium."""
    old = _own_message(call)
    media = call.parameters.object("media")
    kind = str(media.get("type", ""))
    if kind not in _MEDIA:
        raise bad_request("can't parse InputMedia: unsupported type")
    right, words = _RIGHTS[kind]
    if not old.chat.member(call.bot).may(right):
        raise forbidden(words)
    markup = call.parameters.json("reply_markup")
    fields = media | {kind: media.get("media"), "reply_markup": markup}
    spelled_out = replace(call, parameters=replace(call.parameters, values=fields))
    text, entities = read_caption(spelled_out)
    return _edited(spelled_out, old, Body(text, entities, _MEDIA[kind](spelled_out)))


def edit_message_reply_markup(call: Call) -> dict[str, Any]:
    """Change the buttons alone."""
    old = _own_message(call)
    new = replace(old, keyboard=read_keyboard(call, old.chat))
    if new.keyboard == old.keyboard:
        raise _unchanged()
    call.spend(old.chat)
    return message_shape(swap(call.world, new))


def delete_message(call: Call) -> bool:
    """Delete a message: one's own of the last 48 hours, or anyone's with the right to."""
    chat = destination(call)
    message = addressed_message(call, chat, "delete")
    if chat.is_group and message.sender.id != call.bot.id:
        if not chat.member(call.bot).may("can_delete_messages"):
            raise bad_request("message can't be deleted")
    elif call.world.clock.unix() - message.date > _DELETABLE:
        raise bad_request("message can't be deleted for everyone")
    erase(call.world, message)
    return True


def pin_chat_message(call: Call) -> bool:
    """Pin a message."""
    chat = destination(call)
    message = addressed_message(call, chat, "pin")
    if chat.is_group:
        check_right(call, chat, "can_pin_messages", "manage pinned messages in the chat")
    chat.pinned = message.id
    call.world.changes.announce(ChatChanged(chat))
    return True


def unpin_chat_message(call: Call) -> bool:
    """Unpin the pinned message."""
    chat = destination(call)
    if chat.is_group:
        check_right(call, chat, "can_pin_messages", "manage pinned messages in the chat")
    chat.pinned = None
    call.world.changes.announce(ChatChanged(chat))
    return True


def _own_message(call: Call) -> Message:
    message = addressed_message(call, destination(call), "edit")
    if message.sender.id != call.bot.id:
        raise bad_request("message can't be edited")
    return message


def _edited(call: Call, old: Message, body: Body) -> dict[str, Any]:
    new = replace(old, body=body, keyboard=read_keyboard(call, old.chat))
    if (new.body, new.keyboard) == (old.body, old.keyboard):
        raise _unchanged()
    call.spend(old.chat)
    return message_shape(revise(call.world, new))


def _unchanged() -> RefusedError:
    return bad_request(
        "message is not modified: specified new message content and reply markup "
        "are exactly the same as a current content and reply markup of the message"
    )
