"""Tables of who is who: people, and their place in chats."""

from datetime import datetime

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.row import Row


class PersonRow(Row):
    """Somebody seen in a chat of the bot; `handle` is the lower-cased username, for look-up."""

    __tablename__ = "people"

    user: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    name: Mapped[str]
    username: Mapped[str | None]
    handle: Mapped[str | None] = mapped_column(index=True)
    language: Mapped[str | None]
    seen_at: Mapped[datetime]


class MemberRow(Row):
    """A person's place in one chat."""

    __tablename__ = "members"

    chat: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    administers: Mapped[bool]
    seen_at: Mapped[datetime]
