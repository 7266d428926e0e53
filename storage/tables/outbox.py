"""The table of what is to be said, and the chats that refuse to hear it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from domain.delivery import Purpose
from storage.tables.row import Key, Row, choice


class OutboxKind(StrEnum):
    """What a row asks of Telegram."""

    POST = "post"
    EDIT = "edit"
    POP_UP = "pop_up"


class OutboxState(StrEnum):
    """How far a message has come; SENDING is committed before the call, so that a crash shows."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    RETIRED = "retired"


class OutboxRow(Row):
    """One message to send, or sent; edits and pop-ups leave when they are done.

    `dedupe` is a post's own key; `post` is the key of the post that an edit is of. `in_doubt`
    counts the calls whose answer was lost, and so the twins that may stand in the chat.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index(None, "state", "id"),
        Index(None, "chat", "state"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    chat: Mapped[int]
    kind: Mapped[OutboxKind] = mapped_column(choice(OutboxKind))
    urgency: Mapped[int]
    state: Mapped[OutboxState] = mapped_column(choice(OutboxState))
    dedupe: Mapped[str | None] = mapped_column(unique=True)
    post: Mapped[str | None] = mapped_column(index=True)
    case: Mapped[int | None]
    purpose: Mapped[Purpose | None] = mapped_column(choice(Purpose))
    payload: Mapped[str]
    message: Mapped[int | None]
    attempts: Mapped[int]
    in_doubt: Mapped[int]
    error: Mapped[str | None]
    created_at: Mapped[datetime]


class RefusingChatRow(Row):
    """A chat that refused the bot; nothing is sent there until it is heard of again."""

    __tablename__ = "refusing_chats"

    chat: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    reason: Mapped[str]
    at: Mapped[datetime]
