"""A browser, and fresh, migrated databases: SQLite always, PostgreSQL where there is a server."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from storage.database import Database
from storage.migrate import migrate
from tests.browser import browser, driven
from tests.postgres import Server, server

__all__ = ["browser", "driven"]


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an SQLite file with all tables and nothing in them, to be copied."""
    file = tmp_path_factory.mktemp("sqlite") / "empty.db"
    asyncio.run(migrate(f"sqlite:///{file}"))
    return file


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """Give the PostgreSQL server of this run, or skip."""
    with server() as running:
        yield running


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of a fresh, migrated database."""
    if request.param == "postgresql":
        found: Server = request.getfixturevalue("postgres")
        return found.fresh_database()
    empty: Path = request.getfixturevalue("migrated_file")
    return f"sqlite:///{shutil.copy(empty, tmp_path / 'gridward.db')}"


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """Open the fresh database, and close it after the test."""
    opened = await Database.open(database_url)
    yield opened
    await opened.close()
