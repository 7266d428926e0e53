"""Engines: how each database is opened, so that what is committed is on the disk."""

from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.prompt import PromptConnection
from storage.quiet import QuietConnection
from storage.url import file_of, is_sqlite

BUSY_SECONDS = "10"
# The driver's own transactions start too late and lose increments; ours are said aloud.
UNSAID = {"isolation_level": None}
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
    if not is_sqlite(url):
        return create_async_engine(url, pool_pre_ping=True, isolation_level="READ COMMITTED")
    if (file := file_of(url)) is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
    return _sqlite(url)


def writing_engine_for(url: URL) -> AsyncEngine:
    """Return an engine for the connection that writes to an SQLite file.

    It leaves beginning and ending transactions to `storage.writer`.
    """
    return _opened_by(PromptConnection, url)


def _sqlite(url: URL) -> AsyncEngine:
    engine = _opened_by(QuietConnection, url)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _opened_by(connection: type[QuietConnection], url: URL) -> AsyncEngine:
    settings = UNSAID | {"async_creator_fn": connection}
    engine = create_async_engine(_patient(url), connect_args=settings)
    event.listen(engine.sync_engine, "connect", _prepare)
    return engine


def _patient(url: URL) -> URL:
    return url if "timeout" in url.query else url.update_query_dict({"timeout": BUSY_SECONDS})


def _prepare(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
