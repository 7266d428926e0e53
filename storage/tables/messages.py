"""Tables that lead from a message in a chat to its case."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from domain.delivery import Purpose
from storage.tables.row import Row, choice


class PostRow(Row):
    """A message about a case: one of the bot's by its purpose, or (None) one of a person's."""

    __tablename__ = "posts"
    __table_args__ = (Index(None, "case", "purpose"),)

    chat: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    message: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    case: Mapped[int | None]
    purpose: Mapped[Purpose | None] = mapped_column(choice(Purpose))


class AlbumRow(Row):
    """An album that opened a case; its late parts join it."""

    __tablename__ = "albums"

    chat: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    album: Mapped[str] = mapped_column(primary_key=True)
    case: Mapped[int]
