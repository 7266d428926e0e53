"""Tables of the ledger: its chains, their links, and the words that stand outside them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.row import Digest, Row

MOVED = text("kind = 'transferred'")


class ChainRow(Row):
    """A chain, named as `group:3`, and where it ends."""

    __tablename__ = "chains"

    name: Mapped[str] = mapped_column(primary_key=True)
    length: Mapped[int]
    head: Mapped[str] = mapped_column(Digest())


class LedgerRow(Row):
    """One link of a chain.

    A case can lie in several chains, one after the other; `step` counts its events from 1.
    """

    __tablename__ = "ledger"
    __table_args__ = (
        Index(None, "case", "step", unique=True),
        Index(
            "ix_ledger_transferred",
            "kind",
            "chain",
            "case",
            sqlite_where=MOVED,
            postgresql_where=MOVED,
        ),
        {"sqlite_with_rowid": False},
    )

    chain: Mapped[str] = mapped_column(ForeignKey("chains.name"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    kind: Mapped[str]
    case: Mapped[int | None]
    step: Mapped[int | None]
    actor: Mapped[int | None]
    role_held: Mapped[bool]
    data: Mapped[str]
    previous: Mapped[str] = mapped_column(Digest())
    digest: Mapped[str] = mapped_column(Digest())


class TextRow(Row):
    """What a person wrote, under the salted digest that the ledger knows it by.

    Erasing a text takes its body and its salt; the digest stays, and says nothing any more.
    """

    __tablename__ = "texts"

    digest: Mapped[str] = mapped_column(Digest(), primary_key=True)
    salt: Mapped[str | None]
    body: Mapped[str | None]
