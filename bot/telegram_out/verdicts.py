"""What an answer of the Bot API, or its absence, means for a message."""

from dataclasses import dataclass

from bot.bot_api import SERVER_ERROR, Answer, Unanswered
from domain.delivery import Refusal
from storage.sendings import Job
from storage.tables.outbox import OutboxKind

FORBIDDEN = 403
UNAUTHORISED = frozenset({401, 404})
TOO_MANY = 429
# A pop-up is worth nothing once its tap is forgotten.
POP_UP_TRIES = 3
LONGEST_PAUSE = 30.0


@dataclass(frozen=True, slots=True)
class Done:
    """It stands in the chat, as `message`."""

    message: int | None = None


@dataclass(frozen=True, slots=True)
class TryAgain:
    """A passing failure; `doubtful`: it may have been sent, `wide`: no chat would fare better."""

    reason: str
    seconds: float
    doubtful: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """It can never be sent."""

    why: Refusal
    words: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The group has become a supergroup, with another chat id."""

    chat: int


@dataclass(frozen=True, slots=True)
class Deleted:
    """The message that was to be changed is no longer in the chat."""


@dataclass(frozen=True, slots=True)
class ThreadGone:
    """The topic it was meant for is closed or gone."""


@dataclass(frozen=True, slots=True)
class NoPicture:
    """Its picture cannot be drawn, or Telegram does not take it; a text may come instead."""

    words: str


@dataclass(frozen=True, slots=True)
class Unwelcome:
    """The chat takes no pictures at all, though it still takes texts."""

    words: str


Verdict = Done | TryAgain | Refused | Moved | Deleted | ThreadGone | NoPicture | Unwelcome

_GONE = ("chat not found", "group chat was de", "peer_id_invalid", "user not found", "was upgraded")
_NO_RIGHTS = ("not enough rights", "no rights", "need administrator", "forbidden", "restricted")
# Telegram answers 403 to it, as if the bot had been thrown out.
_NO_PICTURES = ("send_photos_forbidden", "send_media_forbidden")
_BLOCKED = ("blocked by the user", "deactivated", "initiate conversation")
_DELETED = ("message to edit not found", "message can't be edited", "message_id_invalid")
_UNDELETABLE = ("message to delete not found", "message can't be deleted", "message_id_invalid")
_THREAD = ("thread not found", "topic_deleted", "topic_closed", "topic_id_invalid")


def judge(job: Job, answer: Answer | Unanswered) -> Verdict:
    """Tell what to do about a message."""
    verdict = _of_silence(job, answer) if isinstance(answer, Unanswered) else _of(job, answer)
    if job.kind is OutboxKind.POP_UP and _is_stale(job, verdict):
        return Done()
    return verdict


def _is_stale(job: Job, verdict: Verdict) -> bool:
    return not isinstance(verdict, TryAgain) or job.attempts >= POP_UP_TRIES


def _of_silence(job: Job, silence: Unanswered) -> Verdict:
    doubtful = silence.may_have_acted
    return TryAgain(str(silence), _pause(job), doubtful=doubtful, wide=not doubtful)


def _of(job: Job, answer: Answer) -> Verdict:
    if answer.ok:
        made = answer.result if isinstance(answer.result, dict) else {}
        return Done(made.get("message_id", job.message))
    if answer.migrate_to is not None:
        return Moved(answer.migrate_to)
    if answer.retry_after is not None or answer.code == TOO_MANY:
        return TryAgain(answer.description, answer.retry_after or _pause(job))
    if answer.code >= SERVER_ERROR:
        return TryAgain(answer.description, _pause(job), doubtful=True)
    if answer.code in UNAUTHORISED:
        return TryAgain(answer.description, LONGEST_PAUSE, wide=True)
    return _of_words(job, answer)


def _of_words(job: Job, answer: Answer) -> Verdict:
    words = answer.description.lower()
    if _is_done(job, words):
        return Done(job.message)
    if _any(_DELETED, words):
        return Deleted()
    if _any(_THREAD, words) and job.payload.thread is not None:
        return ThreadGone()
    why = _refusal(answer.code, words)
    return (_of_the_picture(why, answer) if job.shows else None) or Refused(why, answer.description)


def _of_the_picture(why: Refusal, answer: Answer) -> NoPicture | Unwelcome | None:
    """Tell whether it is only the picture that a chat refuses."""
    if why is Refusal.NO_RIGHTS:
        return Unwelcome(answer.description)
    return NoPicture(answer.description) if why is Refusal.REJECTED else None


def _is_done(job: Job, words: str) -> bool:
    # What is to be taken back may be gone already, or stand too long to be.
    gone = job.payload.is_taken_back and _any(_UNDELETABLE, words)
    return gone or "message is not modified" in words


def _refusal(code: int, words: str) -> Refusal:
    if _any(_BLOCKED, words):
        return Refusal.BLOCKED
    if _any(_GONE, words):
        return Refusal.GONE
    if code == FORBIDDEN and not _any(_NO_PICTURES, words):
        return Refusal.KICKED
    return Refusal.NO_RIGHTS if _any(_NO_RIGHTS, words) else Refusal.REJECTED


def _any(sayings: tuple[str, ...], words: str) -> bool:
    return any(each in words for each in sayings)


def _pause(job: Job) -> float:
    return float(min(LONGEST_PAUSE, 2.0 ** min(job.attempts - 1, 10)))
