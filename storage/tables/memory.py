"""Tables of what the program has to remember about itself."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from domain.roles import ScopeKind
from storage.tables.row import Key, Row, choice


class RefusalRow(Row):
    """A tap or move by somebody who may not, recorded."""

    __tablename__ = "refusals"
    __table_args__ = (Index(None, "at"),)

    id: Mapped[Key]
    at: Mapped[datetime]
    chat: Mapped[int]
    case: Mapped[int | None]
    user: Mapped[int]
    what: Mapped[str]


class CounterRow(Row):
    """The last number given out of one sort; counting in the transaction leaves no gaps."""

    __tablename__ = "counters"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[int]


class SettingRow(Row):
    """A setting of an area, group or the deployment, as the ledger's events left it."""

    __tablename__ = "settings"

    scope_kind: Mapped[ScopeKind] = mapped_column(choice(ScopeKind), primary_key=True)
    scope_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class MemoryRow(Row):
    """One thing the bot itself keeps in mind, such as the last contact with Telegram."""

    __tablename__ = "memory"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
