"""Table of closed periods, frozen."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from domain.roles import ScopeKind
from storage.tables.row import Digest, Row, choice


class SnapshotRow(Row):
    """The figures of one scope and period as of a moment, and the ledger heads they came from.

    `digest` covers all of it and stands in the ledger; `restates` names an earlier one.
    """

    __tablename__ = "snapshots"
    __table_args__ = (Index(None, "scope_kind", "scope_id", "start"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    scope_kind: Mapped[ScopeKind] = mapped_column(choice(ScopeKind))
    scope_id: Mapped[int]
    start: Mapped[datetime]
    end: Mapped[datetime]
    as_of: Mapped[datetime]
    definition: Mapped[str]
    figures: Mapped[str]
    heads: Mapped[str]
    restates: Mapped[int | None] = mapped_column(ForeignKey("snapshots.id"))
    digest: Mapped[str] = mapped_column(Digest())
