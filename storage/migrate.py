"""Bring a database up to date: a backup copy first, then every version it lacks."""

import asyncio
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.script.revision import RevisionError
from alembic.util import CommandError
from sqlalchemy import Connection
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.backup import backup, has_tables
from storage.engine import WRITES, engine_for
from storage.failures import DatabaseUnusable, named_failures
from storage.url import file_of, normalised

MIGRATIONS = Path(__file__).parent / "migrations"


async def pending(address: str) -> tuple[str, ...]:
    """Return the versions a database lacks, oldest first; empty when it is up to date.

    Raises DatabaseUnusable when it cannot be read or is newer than this program.
    """
    engine = _engine(normalised(address))
    try:
        return await _lacking(engine)
    finally:
        await engine.dispose()


async def migrate(address: str) -> Path | None:
    """Bring a database up to date, and return the backup copy made before; None when none was due.

    Raises DatabaseUnusable when it cannot be read or written, or is newer than this program.
    """
    engine = _engine(normalised(address))
    try:
        lacking = await _lacking(engine)
        if not lacking:
            return None
        copy = await _backup(address, lacking[0])
        await _upgrade(engine)
    finally:
        await engine.dispose()
    return copy


def _engine(url: URL) -> AsyncEngine:
    with named_failures(OSError):
        return engine_for(url)


async def _lacking(engine: AsyncEngine) -> tuple[str, ...]:
    with named_failures(OSError):
        async with engine.connect() as connection:
            return await connection.run_sync(_versions_lacking)


def _versions_lacking(connection: Connection) -> tuple[str, ...]:
    current = MigrationContext.configure(connection).get_current_revision()
    scripts = ScriptDirectory.from_config(_config(connection))
    try:
        newer = list(scripts.iterate_revisions("head", current or "base"))
    except (CommandError, RevisionError) as error:
        reason = f"the database is of a newer version of this program ({current})"
        raise DatabaseUnusable(reason) from error
    return tuple(script.revision for script in reversed(newer))


async def _upgrade(engine: AsyncEngine) -> None:
    with named_failures(OSError):
        async with engine.connect() as connection:
            writer = await connection.execution_options(**WRITES)
            async with writer.begin():
                await writer.run_sync(lambda sync: command.upgrade(_config(sync), "head"))


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


async def _backup(address: str, version: str) -> Path | None:
    file = file_of(normalised(address))
    if file is None or not await asyncio.to_thread(has_tables, file):
        return None
    copy = file.with_name(f"{file.name}.before-{version}")
    await backup(address, copy)
    return copy
