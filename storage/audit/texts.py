"""Texts: what people wrote against the salted digests that the ledger knows."""

from collections.abc import AsyncIterator

from sqlalchemy import type_coerce
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import NullType

from domain.ledger import seal
from storage.audit.findings import Finding, Stored, as_stored, read_row
from storage.tables.ledger import TextRow

PAGE = 200


async def check_texts(connection: AsyncConnection) -> list[Finding]:
    """Find texts that are not the ones once sealed; an erased one has nothing to find."""
    findings = []
    async for row in _texts(connection):
        findings += _check(connection, row)
    return findings


def _check(connection: AsyncConnection, row: Stored) -> list[Finding]:
    try:
        values = read_row(TextRow, row, connection.dialect)
    except ValueError as error:
        return [Finding("texts", str(row["digest"]), None, f"it cannot be read: {error}")]
    digest, salt, body = values["digest"], values["salt"], values["body"]
    if salt is None and body is None:
        return []
    if salt is None or body is None:
        column = "salt" if salt is None else "body"
        return [Finding("texts", digest, column, "it is half erased")]
    if seal(body, salt) != digest:
        return [Finding("texts", digest, "body", "it is not what was once written")]
    return []


async def _texts(connection: AsyncConnection) -> AsyncIterator[Stored]:
    place = type_coerce(TextRow.digest, NullType())
    page = as_stored(TextRow).order_by(TextRow.digest).limit(PAGE)
    rows = (await connection.execute(page)).mappings().all()
    while rows:
        for row in rows:
            yield row
        after = page.where(place > rows[-1]["digest"])
        rows = (await connection.execute(after)).mappings().all()
