"""Tables of cases and of the papers on which they are rated."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from domain.kinds import CaseKind, Level, Line, State
from storage.tables.row import Digest, Ids, Row, choice

JOINED = text("joined <> ''")


class CaseRow(Row):
    """A case as it stands: every field of `domain.case.Case`, so that a replay can be compared.

    `steps` counts its events in the ledger.
    """

    __tablename__ = "cases"
    __table_args__ = (
        Index(None, "group", "counts_at"),
        Index(None, "group", "opened_at"),
        Index(None, "state", "group", "due_at"),
        Index(None, "requester", "opened_at"),
        Index(None, "handler", "state"),
        Index(None, "joined", sqlite_where=JOINED, postgresql_where=JOINED),
    )

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    group: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    state: Mapped[State] = mapped_column(choice(State))
    level: Mapped[Level] = mapped_column(choice(Level))
    line: Mapped[Line] = mapped_column(choice(Line))
    kind: Mapped[CaseKind] = mapped_column(choice(CaseKind))
    category: Mapped[str | None]
    urgent: Mapped[bool]
    requester: Mapped[int | None]
    joined: Mapped[tuple[int, ...]] = mapped_column(Ids())
    tagger: Mapped[int | None]
    handler: Mapped[int | None]
    words: Mapped[str] = mapped_column(Digest())
    place: Mapped[str | None] = mapped_column(Digest())
    labels: Mapped[str | None] = mapped_column(Digest())
    started_at: Mapped[datetime]
    opened_at: Mapped[datetime]
    due_at: Mapped[datetime]
    net_due_at: Mapped[datetime]
    counts_at: Mapped[datetime]
    respond_by: Mapped[datetime]
    responded_at: Mapped[datetime | None]
    resolved_at: Mapped[datetime | None]
    outcome_at: Mapped[datetime | None]
    rate_until: Mapped[datetime | None]
    rounds: Mapped[int]
    reopened: Mapped[int]
    work_by: Mapped[datetime | None]
    waiting_since: Mapped[datetime | None]
    merged_into: Mapped[int | None]
    declined_by: Mapped[int | None]
    decline_confirmed: Mapped[bool]
    void_proposed_by: Mapped[int | None]
    remark: Mapped[str | None] = mapped_column(Digest())
    steps: Mapped[int]


class BallotRow(Row):
    """One requester's paper on one round of a case: every field of `domain.ballots.Paper`."""

    __tablename__ = "ballots"
    __table_args__ = (Index(None, "closes_at"),)

    case: Mapped[int] = mapped_column(
        ForeignKey("cases.number"), primary_key=True, autoincrement=False
    )
    requester: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    round: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    asked_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    score: Mapped[int | None]
    solved: Mapped[bool | None]
    reason: Mapped[str | None] = mapped_column(Digest())
    rated_at: Mapped[datetime | None]
    edge: Mapped[bool]
