"""The database, opened once: units of work that write, and looks that only read."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Self, TypeVar

from sqlalchemy import inspect, text
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.engine import VIEW, engine_for, writing_engine_for
from storage.failures import DatabaseUnusable, named_failures
from storage.url import file_of, is_sqlite, normalised
from storage.work import Work
from storage.writer import Writer

T = TypeVar("T")
VERSIONS = Path(__file__).parent / "migrations" / "versions"


class Database:
    """One database; `Database.open(url)` makes it, `close()` ends it."""

    def __init__(self, engine: AsyncEngine, url: URL) -> None:
        self._engine = engine
        self._view = {} if is_sqlite(url) else VIEW
        self._writer = Writer(writing_engine_for(url)) if is_sqlite(url) else None

    @classmethod
    async def open(cls, address: str) -> Self:
        """Open a database that is up to date.

        Raises DatabaseUnusable with a one-line reason when it cannot be read, needs a migration, or
        was written by a newer version of this program.
        """
        url = normalised(address)
        file = file_of(url)
        if file is not None and not file.exists():
            raise DatabaseUnusable(f"there is no file {file} yet; run `gridward migrate`")
        with named_failures(OSError):
            engine = engine_for(url)
        try:
            await _check_version(engine)
        except BaseException:
            await engine.dispose()
            raise
        return cls(engine, url)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Work]:
        """Give one unit of work that writes: committed at the end, rolled back on any exception.

        Others wait for it, so it waits for nothing but the database, and never begins another.
        Raises DatabaseBusy or DatabaseUnusable when the database fails; then nothing was written.
        """
        with named_failures():
            async with self._writer.work() if self._writer else self._served() as connection:
                yield Work(connection)

    async def run(self, act: Callable[[Work], Awaitable[T]]) -> T:
        """Do a piece of work in a unit of its own; returns its result once it is durable."""
        async with self.begin() as work:
            return await act(work)

    @asynccontextmanager
    async def look(self) -> AsyncIterator[Work]:
        """Give a consistent view to read from; what is written in it is thrown away."""
        with named_failures():
            async with self._connected() as connection:
                yield Work(await connection.execution_options(**self._view))

    async def close(self) -> None:
        """Give all connections back."""
        if self._writer is not None:
            await self._writer.close()
        await self._engine.dispose()

    @asynccontextmanager
    async def _served(self) -> AsyncIterator[AsyncConnection]:
        async with self._connected() as connection, connection.begin():
            yield connection

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[AsyncConnection]:
        with named_failures(OSError):
            connection = await self._engine.connect()
        try:
            yield connection
        finally:
            await connection.close()


async def _check_version(engine: AsyncEngine) -> None:
    known = {file.name.partition("_")[0] for file in VERSIONS.glob("[0-9]*.py")}
    with named_failures(OSError):
        found = await _version(engine)
    if found is None:
        raise DatabaseUnusable("the database is empty; run `gridward migrate`")
    if found not in known:
        raise DatabaseUnusable(f"the database is of a newer version of this program ({found})")
    if found != max(known):
        raise DatabaseUnusable("the database is of an older version; run `gridward migrate`")


async def _version(engine: AsyncEngine) -> str | None:
    async with engine.connect() as connection:
        tables = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
        if "alembic_version" not in tables:
            return None
        version: str | None = await connection.scalar(
            text("SELECT version_num FROM alembic_version")
        )
        return version
