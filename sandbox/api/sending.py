"""sendMessage, sendPhoto, sendDocument, sendLocation: a bot says something."""

from dataclasses import replace
from typing import Any

from sandbox.api.call import Call
from sandbox.api.destinations import check_right, destination
from sandbox.api.keyboards import read_keyboard
from sandbox.api.refusals import bad_request
from sandbox.api.replies import read_reply, read_topic
from sandbox.api.uploads import read_document, read_photo
from sandbox.api.wording import read_caption, read_text
from sandbox.shapes.messages import message_shape
from sandbox.world.chats import Chat
from sandbox.world.messages import Author, Body, Location, Message
from sandbox.world.posting import post
from sandbox.world.threads import thread_of


def send_message(call: Call) -> dict[str, Any]:
    """Send a text."""
    chat = destination(call)
    text, entities = read_text(call)
    check_right(call, chat, "can_send_messages", "send text messages to the chat")
    return _send(call, chat, Body(text, entities))


def send_photo(call: Call) -> dict[str, Any]:
    """Send a picture, with a caption or without."""
    chat = destination(call)
    text, entities = read_caption(call)
    check_right(call, chat, "can_send_photos", "send photos to the chat")
    return _send(call, chat, Body(text, entities, read_photo(call)))


def send_document(call: Call) -> dict[str, Any]:
    """Send a file, with a caption or without."""
    chat = destination(call)
    text, entities = read_caption(call)
    check_right(call, chat, "can_send_documents", "send documents to the chat")
    return _send(call, chat, Body(text, entities, read_document(call)))


def send_location(call: Call) -> dict[str, Any]:
    """Send a point on the map."""
    chat = destination(call)
    try:
        latitude = float(call.parameters.text("latitude"))
        longitude = float(call.parameters.text("longitude"))
    except ValueError:
        raise bad_request("wrong location coordinates") from None
    check_right(call, chat, "can_send_messages", "send text messages to the chat")
    return _send(call, chat, Body(media=Location(latitude, longitude)))


def _send(call: Call, chat: Chat, body: Body) -> dict[str, Any]:
    topic = read_topic(call, chat)
    replied, quote = read_reply(call, chat)
    keyboard = read_keyboard(call, chat)
    call.spend(chat)
    thread, reply_to = thread_of(chat, replied, topic)
    message: Message = replace(
        call.world.draft(chat, Author(call.bot), body),
        thread=thread,
        reply_to=reply_to,
        quote=quote,
        keyboard=keyboard,
        silent=call.parameters.flag("disable_notification"),
    )
    call.record.sent.append(post(call.world, message))
    return message_shape(message)
