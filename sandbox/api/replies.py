"""Reads what a bot's message answers, and its topic."""

from sandbox.api.call import Call
from sandbox.api.parameters import whole_number
from sandbox.api.refusals import bad_request
from sandbox.world.chats import Chat
from sandbox.world.messages import Message


def read_reply(call: Call, chat: Chat) -> tuple[Message | None, str]:
    """Return the message to answer and the quoted words; 400 when it is gone and must not be."""
    given = call.parameters.object("reply_parameters")
    number = given.get("message_id", call.parameters.number("reply_to_message_id"))
    if number is None:
        return None, ""
    known = chat.messages if _same_chat(given, chat) else {}
    found = known.get(whole_number(number, "message_id"))
    lenient = given.get("allow_sending_without_reply") or call.parameters.flag(
        "allow_sending_without_reply"
    )
    if found is None and not lenient:
        raise bad_request("message to be replied not found")
    return found, _quote(str(given.get("quote") or ""), found)


def read_topic(call: Call, chat: Chat) -> int | None:
    """Return `message_thread_id`; 400 unless it is a topic here. General has no number."""
    topic = call.parameters.number("message_thread_id")
    if topic is not None and topic not in chat.topics:
        raise bad_request("message thread not found")
    return topic


def _same_chat(given: dict[str, object], chat: Chat) -> bool:
    return str(given.get("chat_id") or chat.id) in (str(chat.id), f"@{chat.username}")


def _quote(quote: str, found: Message | None) -> str:
    if found is None or not quote:
        return ""
    if quote not in found.text:
        raise bad_request("QUOTE_TEXT_INVALID")
    return quote
