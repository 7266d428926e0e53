"""A play in Chinese and one in English."""

import pytest

from storage.database import Database
from tests.commands.play import Play


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
