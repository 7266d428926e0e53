"""Migrations and tables agree, and a database is copied before it is changed."""

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from storage.database import Database
from storage.migrate import migrate, pending
from storage.tables import Row


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, Row.metadata))


def copies(folder: Path) -> list[Path]:
    return list(folder.glob("*before*"))


async def test_the_migrations_make_exactly_the_tables(database: Database) -> None:
    async with database.look() as work:
        assert await work.connection.run_sync(differences) == []


async def test_a_new_database_needs_every_version_and_no_copy(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'new.db'}"
    assert (await pending(address))[0] == "0001"
    assert await migrate(address) is None
    assert await pending(address) == ()
    assert not copies(tmp_path)


async def test_a_database_with_something_in_it_is_copied_first(tmp_path: Path) -> None:
    file = tmp_path / "old.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE keepsakes (what TEXT)")
        connection.execute("INSERT INTO keepsakes VALUES ('a letter')")
        connection.commit()
    copy = await migrate(f"sqlite:///{file}")
    assert copy == tmp_path / "old.db.before-0001"
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT what FROM keepsakes").fetchall() == [("a letter",)]
        tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
    assert tables == [("keepsakes",)]


async def test_migrating_again_changes_nothing(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'new.db'}"
    await migrate(address)
    assert await migrate(address) is None
