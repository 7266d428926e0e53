"""A database that cannot be used is named in one line, and left as it is."""

import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import copy
from typing import Any

import pytest

from tests.running.process import Operator
from tests.running.refusal import assert_refused

HEAD, MIDDLE = slice(100, 4096), slice(8192, 40960)


@pytest.fixture
def stored(operator: Operator, migrated_file: Path) -> Path:
    """Give the operator a database with all tables."""
    file = operator.folder / "data" / "gridward.db"
    file.parent.mkdir()
    return Path(copy(migrated_file, file))


def _of_a_newer_version(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def _damaged(file: Path, part: slice = HEAD) -> None:
    content = bytearray(file.read_bytes())
    content[part] = b"\xa5" * len(content[part])
    file.write_bytes(content)


def _no_database(file: Path) -> None:
    file.write_text("Dear operator, this is a letter and not a database.\n" * 100)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (_of_a_newer_version, "newer version"),
        (_damaged, "damaged"),
        (_no_database, "not a database"),
    ],
)
@pytest.mark.parametrize("command", ["run", "migrate"])
async def test_a_file_that_cannot_be_used_is_left_as_it_is(
    operator: Operator, stored: Path, command: str, spoil: Any, words: str
) -> None:
    spoil(stored)
    before = _content(stored.parent)
    assert_refused(await operator.ask(command), "DATABASE_URL", words)
    assert _content(stored.parent) == before


async def test_damage_that_nothing_has_met_yet_is_found_by_check(
    operator: Operator, stored: Path
) -> None:
    _damaged(stored, MIDDLE)
    told = await operator.ask("check")
    assert told.code == 1
    assert told.err.startswith("gridward: DATABASE_URL: ")
    assert "damaged" in told.err


def _content(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


async def test_a_folder_in_the_place_of_the_file(operator: Operator) -> None:
    (operator.folder / "data" / "gridward.db").mkdir(parents=True)
    assert_refused(await operator.ask("run"), "DATABASE_URL", "cannot be opened")


async def test_a_file_in_the_place_of_a_folder(operator: Operator) -> None:
    (operator.folder / "data").write_text("not a folder")
    assert_refused(await operator.ask("run"), "DATABASE_URL", "a file stands in the way")
    assert (operator.folder / "data").read_text() == "not a folder"


async def test_a_server_that_is_not_there(operator: Operator, free_port: int) -> None:
    url = f"postgresql://gridward:hush-hush@127.0.0.1:{free_port}/gridward"
    told = await operator.having(DATABASE_URL=url).ask("run")
    assert_refused(told, "DATABASE_URL", "cannot be reached")
    assert "hush-hush" not in told.err


async def test_figures_of_a_database_that_nobody_made(operator: Operator) -> None:
    told = await operator.ask("figures", "--period", "2026-W46")
    assert_refused(told, "DATABASE_URL", "gridward migrate")
