"""A copy taken while others write is whole, and can be put back."""

import asyncio
import shutil
from pathlib import Path

import pytest

from storage.audit import audit
from storage.backup import backup, restore
from storage.database import Database
from storage.failures import DatabaseUnusable
from tests.storage.telling import a_case, a_group


def sqlite(file: Path) -> str:
    return f"sqlite:///{file}"


@pytest.fixture
def file(migrated_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(migrated_file, tmp_path / "gridward.db"))


async def write_on(database: Database, group: int, until: asyncio.Event) -> int:
    """Open cases, one after the other, until told to stop."""
    opened = 0
    while not until.is_set():
        async with database.begin() as work:
            found = await work.groups.get(group)
            assert found is not None
            await a_case(work, found)
        opened += 1
        await asyncio.sleep(0)
    return opened


async def test_a_copy_taken_under_load_is_whole(file: Path, tmp_path: Path) -> None:
    database, stop = await Database.open(sqlite(file)), asyncio.Event()
    async with database.begin() as work:
        group = await a_group(work)
    writing = asyncio.create_task(write_on(database, group.id, stop))
    for number in range(5):
        await backup(sqlite(file), tmp_path / f"copy-{number}")
    stop.set()
    assert await writing > 0
    await database.close()
    for number in range(5):
        assert await findings(tmp_path / f"copy-{number}") == []


async def findings(file: Path) -> list[str]:
    database = await Database.open(sqlite(file))
    found = [str(finding) for finding in await audit(database)]
    await database.close()
    return found


async def remember(file: Path, value: str) -> None:
    database = await Database.open(sqlite(file))
    async with database.begin() as work:
        await work.memory.keep("bot", value)
    await database.close()


async def remembered(file: Path) -> str | None:
    database = await Database.open(sqlite(file))
    async with database.look() as work:
        value = await work.memory.recall("bot")
    await database.close()
    return value


async def test_what_is_put_back_is_what_was_copied(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    await remember(file, "then")
    await backup(sqlite(file), copy)
    await remember(file, "later")
    former = await restore(sqlite(file), copy)
    assert await remembered(file) == "then"
    assert former is not None
    assert await remembered(former) == "later"


async def test_a_copy_is_put_where_nothing_was(file: Path, tmp_path: Path) -> None:
    await remember(file, "then")
    assert await restore(sqlite(tmp_path / "new" / "gridward.db"), file) is None
    assert await remembered(tmp_path / "new" / "gridward.db") == "then"


async def test_a_damaged_copy_is_refused_and_nothing_changed(file: Path, tmp_path: Path) -> None:
    await remember(file, "then")
    copy = tmp_path / "copy.db"
    damage(file, copy)
    with pytest.raises(DatabaseUnusable, match="damaged"):
        await restore(sqlite(file), copy)
    with pytest.raises(DatabaseUnusable, match="no file"):
        await restore(sqlite(file), tmp_path / "nowhere.db")
    assert await remembered(file) == "then"


def damage(file: Path, copy: Path) -> None:
    content = file.read_bytes()
    copy.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))


async def test_a_server_is_left_to_its_own_tools(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnusable, match="pg_dump"):
        await backup("postgresql://127.0.0.1/gridward", tmp_path / "copy")
