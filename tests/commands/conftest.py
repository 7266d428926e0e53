"""A play in Chinese, one in English, and the whole program on a sandbox."""

from collections.abc import AsyncIterator

import pytest

from storage.database import Database
from tests.commands.desk import Desk
from tests.commands.play import Play
from tests.scene import Gridward, gridward_running


@pytest.fixture
async def play(database: Database) -> Play:
    """Set the play in Chinese."""
    begun = Play(database)
    await begun.begin()
    return begun


@pytest.fixture
async def english(database: Database) -> Play:
    """Set the play in English."""
    begun = Play(database)
    await begun.begin("en")
    return begun


@pytest.fixture
async def desk(database: Database) -> Desk:
    """Set the play at a desk, in Chinese."""
    begun = Desk(database)
    await begun.begin()
    return begun


@pytest.fixture
async def english_desk(database: Database) -> Desk:
    """Set the play at a desk, in English."""
    begun = Desk(database)
    await begun.begin("en")
    return begun


@pytest.fixture
async def gridward(database: Database) -> AsyncIterator[Gridward]:
    """Run the program on a sandbox."""
    async with gridward_running(database) as running:
        yield running
