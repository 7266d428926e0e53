"""Telegram's Message object, and the objects in it."""

from typing import Any

from sandbox.shapes.chats import chat_shape
from sandbox.shapes.users import user_shape
from sandbox.texts import utf16
from sandbox.texts.entity import Entity
from sandbox.world.chats import ChatKind
from sandbox.world.messages import Body, Document, Keyboard, Location, Message, Origin, Photo


def message_shape(message: Message) -> dict[str, Any]:
    """Return a message with the one it answers."""
    shape = _single(message)
    replied = message.replied
    if replied is None:
        return shape
    # Telegram nests one level only: the answered message comes without what it answers.
    shape["reply_to_message"] = _single(replied)
    if message.quote:
        position = utf16.length(replied.text[: replied.text.find(message.quote)])
        shape["quote"] = {"text": message.quote, "position": position, "is_manual": True}
    return shape


def keyboard_shape(keyboard: Keyboard) -> dict[str, Any]:
    """Return an InlineKeyboardMarkup."""
    rows = [[{"text": button.text, **button.action} for button in row] for row in keyboard]
    return {"inline_keyboard": rows}


def entity_shape(entity: Entity) -> dict[str, Any]:
    """Return a MessageEntity."""
    shape: dict[str, Any] = {
        "type": entity.type,
        "offset": entity.offset,
        "length": entity.length,
    }
    for name in ("url", "language", "custom_emoji_id"):
        if value := getattr(entity, name):
            shape[name] = value
    if entity.user is not None:
        shape["user"] = user_shape(entity.user)
    return shape


def _single(message: Message) -> dict[str, Any]:
    shape: dict[str, Any] = {"message_id": message.id}
    if message.thread is not None:
        shape["message_thread_id"] = message.thread
    if message.chat.kind is not ChatKind.CHANNEL:
        shape["from"] = user_shape(message.sender)
    if message.author.chat is not None:
        shape["sender_chat"] = chat_shape(message.author.chat)
    shape |= {"date": message.date, "chat": chat_shape(message.chat)}
    return shape | _circumstances(message) | _content(message.body)


def _circumstances(message: Message) -> dict[str, Any]:
    shape: dict[str, Any] = {}
    if message.thread is not None and message.chat.forum:
        shape["is_topic_message"] = True
    if message.origin is not None:
        shape["forward_origin"] = _origin(message.origin)
    if message.automatic_forward:
        shape["is_automatic_forward"] = True
    if message.via is not None:
        shape["via_bot"] = user_shape(message.via)
    if message.edited is not None:
        shape["edit_date"] = message.edited
    if message.album:
        shape["media_group_id"] = message.album
    if message.keyboard:
        shape["reply_markup"] = keyboard_shape(message.keyboard)
    return shape


def _origin(origin: Origin) -> dict[str, Any]:
    if origin.hidden:
        name = origin.author.user.name
        return {"type": "hidden_user", "date": origin.date, "sender_user_name": name}
    chat = origin.author.chat
    if chat is None:
        sender = user_shape(origin.author.user)
        return {"type": "user", "date": origin.date, "sender_user": sender}
    if chat.kind is not ChatKind.CHANNEL:
        return {"type": "chat", "date": origin.date, "sender_chat": chat_shape(chat)}
    place = {"chat": chat_shape(chat), "message_id": origin.message_id}
    return {"type": "channel", "date": origin.date, **place}


def _content(body: Body) -> dict[str, Any]:
    shape: dict[str, Any] = dict(body.service) | _media(body)
    with_caption = isinstance(body.media, Photo | Document)
    if body.text:
        shape["caption" if with_caption else "text"] = body.text
    if body.entities:
        name = "caption_entities" if with_caption else "entities"
        shape[name] = [entity_shape(entity) for entity in body.entities]
    return shape


def _media(body: Body) -> dict[str, Any]:
    match body.media:
        case Photo(file, width, height):
            size: dict[str, Any] = {"file_id": file.id, "file_unique_id": file.unique_id}
            size |= {"file_size": len(file.content), "width": width, "height": height}
            return {"photo": [size]}
        case Document(file):
            names: dict[str, Any] = {"file_id": file.id, "file_unique_id": file.unique_id}
            names |= {"file_name": file.name, "mime_type": file.mime_type}
            return {"document": names | {"file_size": len(file.content)}}
        case Location(latitude, longitude):
            return {"location": {"latitude": latitude, "longitude": longitude}}
        case None:
            return {}
