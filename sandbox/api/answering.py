"""answerCallbackQuery, sendChatAction, setMessageReaction: small answers to people."""

from dataclasses import replace

from sandbox.api.call import Call
from sandbox.api.destinations import addressed_message, destination
from sandbox.api.refusals import bad_request
from sandbox.world.posting import swap
from sandbox.world.queries import Answer

_LONGEST_POPUP = 200


def answer_callback_query(call: Call) -> bool:
    """Answer a tap, once and in time."""
    now = call.world.clock.timestamp()
    text = call.parameters.text("text")
    query = call.world.queries.pending(call.parameters.text("callback_query_id"), call.bot, now)
    if query is None:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if len(text) > _LONGEST_POPUP:
        raise bad_request("MESSAGE_TOO_LONG")
    alert = call.parameters.flag("show_alert")
    query.answer = Answer(text, alert, call.parameters.text("url"))
    call.world.changes.announce()
    return True


def send_chat_action(call: Call) -> bool:
    """Show that the bot is typing, which passes by itself."""
    destination(call)
    if not call.parameters.has("action"):
        raise bad_request("wrong parameter action in request")
    return True


def set_message_reaction(call: Call) -> bool:
    """Replace the bot's reactions to a message; one at most, as for every bot."""
    chat = destination(call)
    message = addressed_message(call, chat, "react")
    emoji = tuple(str(each.get("emoji", "")) for each in call.parameters.objects("reaction"))
    if len(emoji) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    reactions = {**message.reactions, call.bot.id: emoji}
    swap(call.world, replace(message, reactions=reactions))
    return True
