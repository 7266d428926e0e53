"""A disk with no room left, or that cannot be written at all, for a while."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from storage.database import Database

# Longer than a page of the file, so that it needs one more.
LONG = "#问题 " + "长" * 4000
PLENTY = 2**30


@asynccontextmanager
async def full_disk(database: Database) -> AsyncIterator[None]:
    """Let an SQLite file grow no further until the context ends."""
    await _limit(database, 1)
    yield
    await _limit(database, PLENTY)


async def forbid_writing(database: Database) -> None:
    """Let nothing be written to an SQLite file any more, until it is opened again."""
    async with database.begin() as work:
        await work.connection.exec_driver_sql("PRAGMA query_only = 1")


async def _limit(database: Database, pages: int) -> None:
    async with database.begin() as work:
        await work.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
