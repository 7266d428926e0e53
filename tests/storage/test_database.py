"""A database is opened only when it can be used, and says in one line why it cannot."""

import asyncio
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.database import Database
from storage.failures import DatabaseBusy, DatabaseUnusable
from storage.migrate import migrate, pending


def sqlite(file: Path) -> str:
    return f"sqlite:///{file}"


@pytest.fixture
def file(migrated_file: Path, tmp_path: Path) -> Path:
    """Return a migrated file of this test's own."""
    return Path(shutil.copy(migrated_file, tmp_path / "gridward.db"))


def overwrite(file: Path, words: str = "") -> None:
    """Put words in place of the file, or rubbish in place of all but its first page."""
    content = file.read_bytes()
    rubbish = content[:4096] + b"\xff" * (len(content) - 4096)
    file.write_bytes(words.encode() * 50 if words else rubbish)


def write(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(statement)
        connection.commit()


async def test_what_a_work_kept_is_there_after_it(database: Database) -> None:
    async with database.begin() as work:
        await work.memory.keep("bot", "42")
    async with database.look() as work:
        assert await work.memory.recall("bot") == "42"


async def test_writers_at_once_lose_nothing(database: Database) -> None:
    async def count() -> None:
        async with database.begin() as work:
            await work.counters.next("tally")

    await asyncio.gather(*(count() for _ in range(40)))
    async with database.begin() as work:
        assert await work.counters.next("tally") == 41


async def test_two_programs_on_one_file_lose_nothing(file: Path) -> None:
    programs = [await Database.open(sqlite(file)) for _ in range(2)]

    async def count(program: Database) -> None:
        async with program.begin() as work:
            await work.counters.next("tally")

    await asyncio.gather(*(count(programs[turn % 2]) for turn in range(40)))
    async with programs[0].begin() as work:
        assert await work.counters.next("tally") == 41
    for program in programs:
        await program.close()


async def test_a_cancelled_work_leaves_nothing_and_the_next_one_works(database: Database) -> None:
    begun = asyncio.Event()

    async def never_ends() -> None:
        async with database.begin() as work:
            await work.memory.keep("half", "done")
            begun.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(never_ends())
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with database.begin() as work:
        assert await work.memory.recall("half") is None


async def test_a_look_does_not_wait_for_a_writer(database: Database) -> None:
    async with database.begin() as writing:
        await writing.memory.keep("bot", "42")
        async with database.look() as looking:
            assert await looking.memory.recall("bot") is None


async def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    address = sqlite(tmp_path / "data" / "deep" / "gridward.db")
    await migrate(address)
    assert await pending(address) == ()


async def test_a_file_that_is_no_database_is_named(file: Path) -> None:
    overwrite(file, "no database at all, just words")
    with pytest.raises(DatabaseUnusable, match="not a database"):
        await Database.open(sqlite(file))


async def test_a_damaged_file_is_named(file: Path) -> None:
    overwrite(file)
    with pytest.raises(DatabaseUnusable, match="damaged"):
        await Database.open(sqlite(file))


async def test_a_truncated_file_is_named(file: Path) -> None:
    os.truncate(file, 8192)
    with pytest.raises(DatabaseUnusable, match="damaged"):
        await Database.open(sqlite(file))


async def test_an_empty_database_asks_to_be_migrated(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnusable, match="gridward migrate"):
        await Database.open(sqlite(tmp_path / "new.db"))


async def test_a_database_of_a_newer_version_is_named(file: Path) -> None:
    write(file, "UPDATE alembic_version SET version_num = '9999'")
    for look in (Database.open, migrate, pending):
        with pytest.raises(DatabaseUnusable, match=r"newer version.*9999"):
            await look(sqlite(file))


async def test_a_server_that_does_not_answer_is_named() -> None:
    with pytest.raises(DatabaseUnusable, match="cannot be reached"):
        await Database.open("postgresql://gridward@127.0.0.1:1/gridward")


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("mysql://localhost/x", "use sqlite or postgresql"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("nonsense", "no address of a database"),
    ],
)
async def test_a_wrong_address_is_named(address: str, reason: str) -> None:
    with pytest.raises(DatabaseUnusable, match=reason):
        await Database.open(address)


async def test_a_folder_that_cannot_be_made_is_named(file: Path) -> None:
    with pytest.raises(DatabaseUnusable, match="a file stands in the way"):
        await migrate(sqlite(file / "gridward.db"))


async def test_a_full_disk_is_named_and_keeps_what_was_committed(file: Path) -> None:
    database = await Database.open(sqlite(file))
    async with database.begin() as work:
        await work.memory.keep("before", "kept")
    with pytest.raises(DatabaseUnusable, match="disk is full"):
        await fill(database)
    async with database.look() as work:
        assert await work.memory.recall("before") == "kept"
        assert await work.memory.recall("big") is None
    await database.close()


async def fill(database: Database) -> None:
    """Write more than the file may grow to."""
    async with database.begin() as work:
        pages = await work.connection.exec_driver_sql("PRAGMA page_count")
        await work.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages.scalar_one() + 1}")
        await work.memory.keep("big", "x" * 100_000)


async def test_a_database_held_by_somebody_else_is_busy(file: Path) -> None:
    database = await Database.open(sqlite(file) + "?timeout=0.01")
    with closing(sqlite3.connect(file, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseBusy):
            await fill(database)
        holder.execute("ROLLBACK")
    async with database.begin() as work:
        await work.memory.keep("after", "free")
    await database.close()


async def test_a_database_that_is_not_there_is_not_made_by_looking(tmp_path: Path) -> None:
    file = tmp_path / "data" / "gridward.db"
    with pytest.raises(DatabaseUnusable, match="there is no file"):
        await Database.open(f"sqlite:///{file}")
    assert not file.parent.exists()
