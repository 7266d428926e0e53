"""Snapshots: each one's content against its digest, and its digest against the ledger."""

from collections.abc import Iterator, Mapping

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.governance import SnapshotFrozen
from domain.roles import Scope
from storage.audit.findings import Comparison, Finding, Stored, as_stored, read_row
from storage.snapshots import Snapshot
from storage.tables.snapshots import SnapshotRow


async def check_snapshots(
    connection: AsyncConnection, frozen: Mapping[str, SnapshotFrozen]
) -> list[Finding]:
    """Find snapshots that were changed, removed or never frozen; `frozen` is by digest."""
    missing = dict(frozen)
    findings: list[Finding] = []
    for row in (await connection.execute(as_stored(SnapshotRow))).mappings():
        findings += _check(connection, row, missing)
    findings += [Finding("snapshots", digest, None, "it is missing") for digest in missing]
    return findings


def _check(
    connection: AsyncConnection, row: Stored, missing: dict[str, SnapshotFrozen]
) -> Iterator[Finding]:
    key = str(row["id"])
    try:
        values = read_row(SnapshotRow, row, connection.dialect)
    except ValueError as error:
        yield Finding("snapshots", key, None, f"it cannot be read: {error}")
        return
    digest = values.pop("digest")
    event = missing.pop(digest, None)
    if event is None:
        yield Finding("snapshots", key, "digest", "the ledger knows no such snapshot")
        return
    comparison = Comparison(SnapshotRow, connection.dialect)
    yield from comparison.differences(key, _recorded(event), row)
    scope = Scope(values.pop("scope_kind"), values.pop("scope_id"))
    if Snapshot(scope, **values).digest() != digest:
        yield Finding("snapshots", key, None, "its content and its digest do not agree")


def _recorded(event: SnapshotFrozen) -> dict[str, object]:
    return {
        "scope_kind": event.scope.kind,
        "scope_id": event.scope.id,
        "start": event.start,
        "end": event.end,
        "as_of": event.as_of,
    }
