"""Texts: what people wrote against the salted digests that the ledger knows."""

from collections.abc import AsyncIterator

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ledger import seal
from storage.audit.findings import Finding, Stored, as_stored
from storage.tables.ledger import TextRow

PAGE = 200


async def check_texts(connection: AsyncConnection) -> list[Finding]:
    """Find texts that are not the ones once sealed; an erased one has nothing to find."""
    findings = []
    async for row in _texts(connection):
        findings += _check(row)
    return findings


def _check(row: Stored) -> list[Finding]:
    digest, salt, body = row["digest"].hex(), row["salt"], row["body"]
    if salt is None and body is None:
        return []
    if salt is None or body is None:
        column = "salt" if salt is None else "body"
        return [Finding("texts", digest, column, "it is half erased")]
    if seal(body, salt) != digest:
        return [Finding("texts", digest, "body", "it is not what was once written")]
    return []


async def _texts(connection: AsyncConnection) -> AsyncIterator[Stored]:
    page = as_stored(TextRow).order_by(TextRow.digest).limit(PAGE)
    rows = (await connection.execute(page)).mappings().all()
    while rows:
        for row in rows:
            yield row
        after = page.where(TextRow.digest > rows[-1]["digest"].hex())
        rows = (await connection.execute(after)).mappings().all()
