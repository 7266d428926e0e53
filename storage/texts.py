"""What people wrote: kept beside the ledger, which knows only its salted digest."""

import secrets
from collections.abc import Collection

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.events import Words
from domain.ledger import seal
from storage.hot import run
from storage.tables.ledger import TextRow

SALT_BYTES = 16
_KEEP = insert(TextRow)


class Texts:
    """All texts, in one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def seal(self, body: str) -> Words:
        """Keep a text under a digest with a fresh salt, so that equal texts look different."""
        salt = secrets.token_hex(SALT_BYTES)
        words = Words(seal(body, salt), body)
        row = {"digest": words.digest, "salt": salt, "body": body}
        await run(self._connection, _KEEP, row)
        return words

    async def read(self, digests: Collection[str]) -> dict[str, str]:
        """Return the texts that are not erased, by their digests."""
        query = select(TextRow.digest, TextRow.body).where(TextRow.digest.in_(digests))
        rows = await self._connection.execute(query)
        return {row.digest: row.body for row in rows if row.body is not None}

    async def erase(self, digest: str) -> None:
        """Take a text and its salt away for good; the ledger stays whole."""
        gone = update(TextRow).where(TextRow.digest == digest).values(salt=None, body=None)
        await self._connection.execute(gone)
