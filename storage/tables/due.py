"""Table of what has to happen at a moment."""

from datetime import datetime

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.row import Row

WAITING = text("done_at IS NULL")


class DueRow(Row):
    """One thing to do at a moment: of a kind, about a subject, once."""

    __tablename__ = "due"
    __table_args__ = (Index(None, "at", sqlite_where=WAITING, postgresql_where=WAITING),)

    kind: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    done_at: Mapped[datetime | None]
