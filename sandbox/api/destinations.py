"""Finds the chat a bot means, or says why it cannot go there."""

from sandbox.api.call import Call
from sandbox.api.refusals import RefusedError, bad_request, forbidden, upgraded
from sandbox.world.chats import Chat, ChatKind
from sandbox.world.members import Status
from sandbox.world.messages import Message


def destination(call: Call) -> Chat:
    """Return the chat of `chat_id`, where the bot is present; else Telegram's 400 or 403."""
    chat = _find(call)
    if chat.migrated_to is not None:
        raise upgraded(chat.migrated_to)
    if chat.kind is ChatKind.PRIVATE:
        _check_private(call, chat)
    elif not chat.member(call.bot).is_present:
        raise _absent(chat, chat.member(call.bot).status)
    return chat


def check_right(call: Call, chat: Chat, right: str, matter: str) -> None:
    """Refuse unless the bot has a right in a chat; `matter` completes Telegram's sentence."""
    if not chat.member(call.bot).may(right):
        raise bad_request(f"not enough rights to {matter}")


def addressed_message(call: Call, chat: Chat, verb: str) -> Message:
    """Return the message of `message_id`; `verb` completes "message to … not found"."""
    number = call.parameters.number("message_id")
    if number is None or number not in chat.messages:
        raise bad_request(f"message to {verb} not found")
    return chat.messages[number]


def _find(call: Call) -> Chat:
    given = call.parameters.text("chat_id")
    if not given:
        raise bad_request("chat_id is empty")
    if given.startswith("@"):
        return _find_public(call, given)
    try:
        number = int(given)
    except ValueError:
        raise bad_request("chat not found") from None
    chat = call.world.chat_for(call.bot, number)
    if chat is None:
        raise _unmet(call, number)
    return chat


def _find_public(call: Call, name: str) -> Chat:
    wanted = name.removeprefix("@").casefold()
    for chat in call.world.chats.values():
        if chat.username.casefold() == wanted:
            return chat
    raise bad_request("chat not found")


def _unmet(call: Call, number: int) -> RefusedError:
    user = call.world.users.get(number)
    if user is None:
        return bad_request("chat not found")
    if user.is_bot:
        return forbidden("bot can't send messages to bots")
    return forbidden("bot can't initiate conversation with a user")


def _check_private(call: Call, chat: Chat) -> None:
    if chat.id in call.world.deactivated:
        raise forbidden("user is deactivated")
    if not chat.member(call.bot).is_present:
        raise forbidden("bot was blocked by the user")
    if not chat.is_begun:
        raise forbidden("bot can't initiate conversation with a user")


def _absent(chat: Chat, status: Status) -> RefusedError:
    kind = "channel" if chat.kind is ChatKind.CHANNEL else f"{chat.kind.value} chat"
    if status is Status.KICKED:
        return forbidden(f"bot was kicked from the {kind}")
    return forbidden(f"bot is not a member of the {kind}")
