"""Whole copies of an SQLite database, taken while it is written to, and put back."""

import asyncio
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from storage.failures import DatabaseUnusable, named_failures
from storage.url import file_of, normalised


async def backup(address: str, copy: Path) -> None:
    """Copy a database as of one moment into a file, which appears only when it is whole.

    Raises DatabaseUnusable when either cannot be read or written, and for PostgreSQL.
    """
    file = _file(address)
    with named_failures(OSError):
        await asyncio.to_thread(_copy, file, copy)


async def restore(address: str, copy: Path) -> Path | None:
    """Put a copy in the place of a database, and return where the former one is kept, if any.

    No program may have the database open meanwhile. Raises DatabaseUnusable when the copy is
    missing or damaged; then nothing is changed.
    """
    file = _file(address)
    with named_failures(OSError):
        return await asyncio.to_thread(_put_back, file, copy)


async def inspect(address: str) -> None:
    """Read an SQLite file through; raises DatabaseUnusable where it is damaged.

    A server looks after its files itself.
    """
    file = file_of(normalised(address))
    if file is not None and file.is_file():
        with named_failures(OSError):
            await asyncio.to_thread(_check, file)


def has_tables(file: Path) -> bool:
    """Return whether there is anything in an SQLite file."""
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute("SELECT 1 FROM sqlite_master").fetchone() is not None


def _file(address: str) -> Path:
    file = file_of(normalised(address))
    if file is None:
        raise DatabaseUnusable("a server's database is copied by pg_dump and put back by psql")
    return file


def _copy(file: Path, copy: Path) -> None:
    _check(file)
    part = copy.with_name(f"{copy.name}.part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(part)) as target:
        source.backup(target)
    _check(part)
    _flush(part)
    part.replace(copy)


def _put_back(file: Path, copy: Path) -> Path | None:
    _check(copy)
    file.parent.mkdir(parents=True, exist_ok=True)
    former = file.with_name(f"{file.name}.before-restore")
    if kept := file.exists():
        _copy(file, former)
    # A log left beside the former file would be taken for one of the new file's.
    for log in ("-wal", "-shm"):
        file.with_name(f"{file.name}{log}").unlink(missing_ok=True)
    _copy(copy, file)
    return former if kept else None


def _check(file: Path) -> None:
    if not file.is_file():
        raise DatabaseUnusable(f"there is no file {file}")
    with closing(sqlite3.connect(file)) as connection:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != ("ok",):
        raise DatabaseUnusable(f"{file} is damaged")


def _flush(file: Path) -> None:
    with file.open("rb") as written:
        os.fsync(written.fileno())
