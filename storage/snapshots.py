"""Closed periods, frozen: their figures, and the ledger heads they came from."""

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ledger import canonical
from domain.roles import Scope, ScopeKind
from storage.tables.snapshots import SnapshotRow
from storage.upsert import upsert


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The figures of one scope and period `[start, end)` as of a moment.

    `figures` and `heads` are JSON; `restates` is the id of the snapshot that this one corrects.
    The id is None until it is frozen.
    """

    scope: Scope
    start: datetime
    end: datetime
    as_of: datetime
    definition: str
    figures: str
    heads: str
    restates: int | None = None
    id: int | None = None

    def digest(self) -> str:
        """Return the SHA-256 of everything in it, 64 hexadecimal digits."""
        moments = (self.start, self.end, self.as_of)
        content = [
            self.id,
            self.scope.kind.value,
            self.scope.id,
            *(moment.astimezone(UTC).isoformat() for moment in moments),
            self.definition,
            self.figures,
            self.heads,
            self.restates,
        ]
        return hashlib.sha256(canonical(content).encode()).hexdigest()

    def numbered(self, number: int) -> "Snapshot":
        """Return it with its id."""
        return replace(self, id=number)


Kept = tuple[ScopeKind, int, datetime, datetime, datetime, str, str, str, int | None, int]
_SNAPSHOTS = select(
    SnapshotRow.scope_kind,
    SnapshotRow.scope_id,
    SnapshotRow.start,
    SnapshotRow.end,
    SnapshotRow.as_of,
    SnapshotRow.definition,
    SnapshotRow.figures,
    SnapshotRow.heads,
    SnapshotRow.restates,
    SnapshotRow.id,
)


class Snapshots:
    """All frozen periods, in one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of_period(self, scope: Scope, start: datetime, end: datetime) -> tuple[Snapshot, ...]:
        """Return what was frozen of a scope and period, its restatements last."""
        query = _SNAPSHOTS.where(
            SnapshotRow.scope_kind == scope.kind,
            SnapshotRow.scope_id == scope.id,
            SnapshotRow.start == start,
            SnapshotRow.end == end,
        ).order_by(SnapshotRow.id)
        return tuple(_snapshot(row) for row in await self._connection.execute(query))

    async def write(self, snapshot: Snapshot) -> None:
        """Keep a snapshot; only `storage.affairs` calls this, beside the ledger's event."""
        row = {
            "id": snapshot.id,
            "scope_kind": snapshot.scope.kind,
            "scope_id": snapshot.scope.id,
            "start": snapshot.start,
            "end": snapshot.end,
            "as_of": snapshot.as_of,
            "definition": snapshot.definition,
            "figures": snapshot.figures,
            "heads": snapshot.heads,
            "restates": snapshot.restates,
            "digest": snapshot.digest(),
        }
        await self._connection.execute(upsert(SnapshotRow, self._connection.dialect), row)


def _snapshot(row: Row[*Kept]) -> Snapshot:
    return Snapshot(Scope(row.scope_kind, row.scope_id), *row[2:])
