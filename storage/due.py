"""What has to happen at a moment: scheduled, claimed once, and done."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from sqlalchemy import Dialect, bindparam, delete, func, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.hot import run
from storage.tables.due import DueRow
from storage.upsert import Insert, insert_into


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to do at a moment: of a kind, about a subject."""

    kind: str
    subject: str
    at: datetime


_LONGEST_WAITING = (
    select(DueRow.kind, DueRow.subject)
    .where(DueRow.done_at.is_(None), DueRow.at <= bindparam("now"))
    .order_by(DueRow.at, DueRow.kind, DueRow.subject)
    .limit(1)
    .with_for_update(skip_locked=True)
)
_CLAIM = (
    update(DueRow)
    .where(tuple_(DueRow.kind, DueRow.subject).in_(_LONGEST_WAITING), DueRow.done_at.is_(None))
    .values(done_at=bindparam("now"))
    .returning(DueRow.kind, DueRow.subject, DueRow.at)
)
_NEXT_MOMENT = select(func.min(DueRow.at)).where(DueRow.done_at.is_(None))


class Agenda:
    """All that is due, in one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def schedule(self, kind: str, subject: str, at: datetime) -> None:
        """Have a thing done then; one that waits is moved, one that is done comes again."""
        await self._put(kind, subject, at, again=True)

    async def schedule_once(self, kind: str, subject: str, at: datetime) -> None:
        """Have a thing done then; one that waits is moved, one that is done stays done."""
        await self._put(kind, subject, at, again=False)

    async def cancel(self, kind: str, subject: str) -> None:
        """Forget a thing that waits; one that is done stays done."""
        waits = (DueRow.kind == kind) & (DueRow.subject == subject) & DueRow.done_at.is_(None)
        await self._connection.execute(delete(DueRow).where(waits))

    async def claim(self, now: datetime) -> Due | None:
        """Take the longest waiting thing whose moment has come; None when there is none.

        It counts as done when this transaction commits, and comes to nobody else meanwhile.
        """
        rows = await run(self._connection, _CLAIM, {"now": now})
        return Due(*rows[0]) if rows else None

    async def next_moment(self) -> datetime | None:
        """Return when the next thing is due."""
        rows = await run(self._connection, _NEXT_MOMENT, {})
        return rows[0][0] if rows else None

    async def forget_done(self, before: datetime) -> None:
        """Clear away what was done before a moment."""
        await self._connection.execute(delete(DueRow).where(DueRow.done_at < before))

    async def _put(self, kind: str, subject: str, at: datetime, *, again: bool) -> None:
        statement = _putting(self._connection.dialect, again=again)
        row = {"kind": kind, "subject": subject, "at": at, "done_at": None}
        await run(self._connection, statement, row)


@lru_cache(8)
def _putting(dialect: Dialect, *, again: bool) -> Insert:
    insert = insert_into(DueRow, dialect)
    return insert.on_conflict_do_update(
        index_elements=[DueRow.kind, DueRow.subject],
        set_={"at": insert.excluded.at, "done_at": None},
        where=None if again else DueRow.done_at.is_(None),
    )
