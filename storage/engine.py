"""Engines: how each database is opened, so that what is committed is on the disk."""

from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.url import file_of, is_sqlite

BUSY_SECONDS = "10"
WRITES = {"writes": True}
# What PostgreSQL needs to read everything as of one moment; a transaction of SQLite always does.
VIEW = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
)


def engine_for(url: URL) -> AsyncEngine:
    """Return an engine; the folder of an SQLite file is made when it is missing."""
    if is_sqlite(url):
        return _sqlite(url)
    return create_async_engine(url, pool_pre_ping=True, isolation_level="READ COMMITTED")


def _sqlite(url: URL) -> AsyncEngine:
    if (file := file_of(url)) is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
    if "timeout" not in url.query:
        url = url.update_query_dict({"timeout": BUSY_SECONDS})
    # The driver's own transactions start too late and lose increments; ours are said aloud.
    engine = create_async_engine(url, connect_args={"isolation_level": None})
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
