"""The table of what Telegram has delivered, from before it is confirmed until after it is done."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.row import Key, Row, choice


class InboxState(StrEnum):
    """How far the handling of an update has come."""

    WAITING = "waiting"
    DONE = "done"
    QUARANTINED = "quarantined"


class InboxRow(Row):
    """One update; `raw` is erased when it is done, `bot` and `update_id` stay against redelivery.

    `received_at` is the date of the answer that brought it, `not_before` of the answer before that.
    A body in which no update could be found has no `update_id`.
    """

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("bot", "update_id"),
        Index(None, "state", "received_at"),
        # A number is never given out twice, or whoever asks for "later than" would miss a row.
        {"sqlite_autoincrement": True},
    )

    seq: Mapped[Key]
    bot: Mapped[int]
    update_id: Mapped[int | None]
    chat: Mapped[int]
    received_at: Mapped[datetime]
    not_before: Mapped[datetime]
    raw: Mapped[str | None]
    state: Mapped[InboxState] = mapped_column(choice(InboxState))
    reason: Mapped[str | None]
