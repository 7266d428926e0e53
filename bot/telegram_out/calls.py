"""What to ask of the Bot API for one message."""

from typing import Any

from domain.delivery import Button, Keyboard, Link
from storage.payloads import Payload
from storage.sendings import Job
from storage.tables.outbox import OutboxKind

NO_PREVIEW = {"is_disabled": True}


def call_for(job: Job) -> tuple[str, dict[str, Any]]:
    """Return the method and its parameters."""
    if job.kind is OutboxKind.POP_UP:
        return "answerCallbackQuery", _pop_up(job.payload)
    if job.message is not None:
        return "editMessageText", {"message_id": job.message, **_text(job.chat, job.payload)}
    if job.payload.placeholder is not None:
        return "sendMessage", _placeholder(job.chat, job.payload)
    return "sendMessage", _text(job.chat, job.payload) | _place(job.payload)


def _pop_up(payload: Payload) -> dict[str, Any]:
    return {"callback_query_id": payload.tap, "text": payload.html, "show_alert": payload.alert}


def _placeholder(chat: int, payload: Payload) -> dict[str, Any]:
    return {"chat_id": chat, "text": payload.placeholder, **_place(payload)}


def _text(chat: int, payload: Payload) -> dict[str, Any]:
    said: dict[str, Any] = {
        "chat_id": chat,
        "text": payload.html,
        "parse_mode": "HTML",
        "link_preview_options": NO_PREVIEW,
    }
    if payload.keyboard:
        said["reply_markup"] = {"inline_keyboard": _buttons(payload.keyboard)}
    return said


def _place(payload: Payload) -> dict[str, Any]:
    place: dict[str, Any] = {}
    if payload.reply_to is not None:
        # The message replied to may be deleted meanwhile; what is said about it still has to come.
        place["reply_parameters"] = {
            "message_id": payload.reply_to,
            "allow_sending_without_reply": True,
        }
    if payload.thread is not None:
        place["message_thread_id"] = payload.thread
    if payload.silent:
        place["disable_notification"] = True
    return place


def _buttons(keyboard: Keyboard) -> list[list[dict[str, str]]]:
    return [[_button(each) for each in row] for row in keyboard]


def _button(button: Button | Link) -> dict[str, str]:
    if isinstance(button, Link):
        return {"text": button.label, "url": button.url}
    return {"text": button.label, "callback_data": button.code}
