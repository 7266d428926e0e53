"""Reads the buttons a bot puts under a message."""

from typing import Any
from urllib.parse import urlsplit

from sandbox.api.call import Call
from sandbox.api.refusals import bad_request
from sandbox.world.chats import Chat, ChatKind
from sandbox.world.messages import Button, Keyboard

_LONGEST_DATA = 64  # bytes
_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)


def read_keyboard(call: Call, chat: Chat) -> Keyboard:
    """Return the inline keyboard of `reply_markup`; 400 when Telegram would refuse a button.

    The other kinds of reply_markup change a phone's keyboard only, never the message.
    """
    markup = call.parameters.object("reply_markup")
    rows = markup.get("inline_keyboard", [])
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" must be of type Array of Arrays')
    return tuple(tuple(_button(each, chat) for each in row) for row in rows if row)


def _button(given: Any, chat: Chat) -> Button:
    if not isinstance(given, dict) or not given.get("text"):
        raise bad_request("can't parse inline keyboard button: text is empty")
    text = str(given["text"])
    action = {name: given[name] for name in _ACTIONS if given.get(name) is not None}
    if len(action) != 1:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    button = Button(text, action)
    _check(button, chat)
    return button


def _check(button: Button, chat: Chat) -> None:
    # The limit is in bytes: twenty-one Chinese characters fit.
    data = button.action.get("callback_data")
    if data is not None and not 1 <= len(str(data).encode()) <= _LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    if "web_app" in button.action and chat.kind is not ChatKind.PRIVATE:
        raise bad_request("BUTTON_TYPE_INVALID")
    if "url" in button.action and not _is_link(button.url):
        raise bad_request(f"inline keyboard button URL '{button.url}' is invalid: Wrong HTTP URL")


def _is_link(url: str) -> bool:
    parts = urlsplit(url if "://" in url else f"http://{url}")
    if parts.scheme == "tg":
        return bool(parts.netloc)
    return parts.scheme in ("http", "https", "ton") and "." in (parts.hostname or "")
