"""What to ask of the Bot API for one message."""

from dataclasses import dataclass
from typing import Any

from bot.bot_api import Upload
from domain.delivery import Button, Keyboard, Link
from storage.payloads import Payload
from storage.sendings import Job
from storage.tables.outbox import OutboxKind

NO_PREVIEW = {"is_disabled": True}
_FIELD = "photo"


@dataclass(frozen=True, slots=True)
class Call:
    """A method, its parameters, and the file that goes along."""

    method: str
    parameters: dict[str, Any]
    upload: Upload | None = None


def call_for(job: Job, png: bytes | None = None) -> Call:
    """Return what to call; `png` is the picture that the message shows, already drawn."""
    if job.kind is OutboxKind.POP_UP:
        return Call("answerCallbackQuery", _pop_up(job.payload))
    if png is not None:
        return _picture(job, Upload(_FIELD, "chart.png", "image/png", png))
    if job.payload.is_taken_back:
        return Call("deleteMessage", {"chat_id": job.chat, "message_id": job.message})
    if job.message is not None:
        said = _text(job.chat, job.payload)
        return Call("editMessageText", {"message_id": job.message, **said})
    if job.payload.placeholder is not None:
        return Call("sendMessage", _placeholder(job.chat, job.payload))
    return Call("sendMessage", _text(job.chat, job.payload) | _place(job.payload))


def _picture(job: Job, upload: Upload) -> Call:
    caption = {"caption": job.payload.html, "parse_mode": "HTML"}
    chat = {"chat_id": job.chat, **_buttons_under(job.payload)}
    if job.message is None:
        return Call("sendPhoto", chat | caption | _place(job.payload), upload)
    media = {"type": "photo", "media": f"attach://{_FIELD}", **caption}
    return Call("editMessageMedia", {**chat, "message_id": job.message, "media": media}, upload)


def _pop_up(payload: Payload) -> dict[str, Any]:
    return {"callback_query_id": payload.tap, "text": payload.html, "show_alert": payload.alert}


def _placeholder(chat: int, payload: Payload) -> dict[str, Any]:
    return {"chat_id": chat, "text": payload.placeholder, **_place(payload)}


def _text(chat: int, payload: Payload) -> dict[str, Any]:
    return {
        "chat_id": chat,
        "text": payload.html,
        "parse_mode": "HTML",
        "link_preview_options": NO_PREVIEW,
        **_buttons_under(payload),
    }


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


def _buttons_under(payload: Payload) -> dict[str, Any]:
    if not payload.keyboard:
        return {}
    return {"reply_markup": {"inline_keyboard": _buttons(payload.keyboard)}}


def _buttons(keyboard: Keyboard) -> list[list[dict[str, str]]]:
    return [[_button(each) for each in row] for row in keyboard]


def _button(button: Button | Link) -> dict[str, str]:
    if isinstance(button, Link):
        return {"text": button.label, "url": button.url}
    return {"text": button.label, "callback_data": button.code}
