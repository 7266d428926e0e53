"""Works that share a commit stay apart: each ends durable, or leaves nothing."""

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.failures import DatabaseUnusable
from storage.tables.ledger import TextRow


class LeftHalfWay(Exception):  # noqa: N818 - it names what happened
    """A work ends before its time."""


@pytest.fixture
def file(migrated_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(migrated_file, tmp_path / "gridward.db"))


@pytest.fixture
async def database(file: Path) -> AsyncIterator[Database]:
    opened = await Database.open(f"sqlite:///{file}")
    yield opened
    await opened.close()


def on_disk(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as connection:
        return {key for (key,) in connection.execute("SELECT key FROM memory")}


async def keep(database: Database, key: str, *, fails: bool = False) -> str:
    async with database.begin() as work:
        await work.memory.keep(key, "kept")
        await asyncio.sleep(0)
        if fails:
            raise LeftHalfWay
    return key


async def test_a_work_is_on_the_disk_when_it_ends(database: Database, file: Path) -> None:
    ending = [asyncio.create_task(keep(database, str(number))) for number in range(20)]
    for each in asyncio.as_completed(ending):
        assert await each in on_disk(file)


async def test_a_work_that_waits_for_the_commit_is_not_seen_before_it(
    database: Database, file: Path
) -> None:
    first = asyncio.create_task(keep(database, "first"))
    async with database.begin() as work:
        second = asyncio.create_task(keep(database, "second"))
        await work.memory.keep("between", "kept")
        assert on_disk(file) <= {"first"}
    await asyncio.gather(first, second)
    assert on_disk(file) == {"first", "between", "second"}


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None
)
@given(fails=st.lists(st.booleans(), max_size=120))
def test_whoever_fails_is_undone_alone(migrated_file: Path, fails: list[bool]) -> None:
    file = migrated_file.with_name("shared.db")
    shutil.copy(migrated_file, file)
    kept = asyncio.run(keep_all(file, fails))
    assert kept == on_disk(file) == {str(place) for place, each in enumerate(fails) if not each}


async def keep_all(file: Path, fails: list[bool]) -> set[str]:
    database = await Database.open(f"sqlite:///{file}")
    works = [keep(database, str(place), fails=each) for place, each in enumerate(fails)]
    results = await asyncio.gather(*works, return_exceptions=True)
    await database.close()
    return {result for result in results if isinstance(result, str)}


async def test_a_cancelled_work_takes_nothing_from_the_others(
    database: Database, file: Path
) -> None:
    tasks = [asyncio.create_task(keep(database, str(number))) for number in range(10)]
    await asyncio.sleep(0)
    for task in tasks[::3]:
        task.cancel()
    ended = await asyncio.gather(*tasks, return_exceptions=True)
    assert {result for result in ended if isinstance(result, str)} <= on_disk(file)
    assert await keep(database, "after") in on_disk(file)


async def test_a_full_disk_fails_every_work_it_takes_with_it(
    database: Database, file: Path
) -> None:
    async with database.begin() as work:
        pages = (await work.connection.exec_driver_sql("PRAGMA page_count")).scalar_one()
        await work.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 3}")

    async def big(number: int) -> str:
        async with database.begin() as work:
            await work.memory.keep(f"{number}", "x" * 5000)
        return f"{number}"

    results = await asyncio.gather(*(big(number) for number in range(20)), return_exceptions=True)
    failed = [result for result in results if isinstance(result, DatabaseUnusable)]
    assert failed
    assert all(str(failure) == "the disk is full" for failure in failed)
    assert {result for result in results if isinstance(result, str)} == on_disk(file)


async def test_a_constraint_broken_stays_the_program_s_own_error(database: Database) -> None:
    async with database.begin() as work:
        words = await work.texts.seal("灯坏了")
    with pytest.raises(IntegrityError):
        await keep_again(database, words.digest)


async def keep_again(database: Database, digest: str) -> None:
    async with database.begin() as work:
        await work.connection.execute(insert(TextRow).values(digest=digest))


async def test_a_cancelled_work_that_others_left_the_commit_to_does_not_hold_them_up(
    database: Database, file: Path
) -> None:
    waiting = asyncio.create_task(keep(database, "waiting"))
    async with database.begin() as work:
        await asyncio.sleep(0)
        await work.memory.keep("first", "kept")
        # Runs after this work has passed its turn on, and before the other can take it up.
        asyncio.get_running_loop().call_soon(waiting.cancel)
    assert on_disk(file) == {"first"}
