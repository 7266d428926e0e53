"""A sandbox, a bot in it, a database, and what sends and receives between them."""

from collections.abc import AsyncIterator

import pytest

from bot.bot_api import Address, BotApi
from bot.clock import Clock
from sandbox import Sandbox
from storage.database import Database
from tests.bot.intake import Intake
from tests.bot.outgoing import Outgoings
from tests.bot.stage import Stage

TOKEN = "4200000077:delivery-tests-use-this-token-only"


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """Serve a local Telegram."""
    async with Sandbox.start() as started:
        yield started


@pytest.fixture
def stage(sandbox: Sandbox) -> Stage:
    """Set a group with a resident and the bot in it."""
    me = sandbox.add_bot(TOKEN, "gridward_bot", "Gridward", privacy=False)
    mei = sandbox.add_person("Mei Wang", "meiwang", "zh")
    group = sandbox.add_group("翠苑三区", mei)
    sandbox.add_member(group, me)
    return Stage(sandbox, me, mei, group)


@pytest.fixture
def clock() -> Clock:
    """Make the clock that the sandbox's answers set."""
    return Clock()


@pytest.fixture
async def api(stage: Stage, clock: Clock) -> AsyncIterator[BotApi]:
    """Open the Bot API as the bot."""
    async with BotApi(Address(stage.sandbox.url, TOKEN), clock.heard) as opened:
        yield opened


@pytest.fixture
def intake(stage: Stage, api: BotApi, database: Database, clock: Clock) -> Intake:
    """Prepare the way in."""
    return Intake(stage.me.id, api, database, clock)


@pytest.fixture
def out(api: BotApi, database: Database, clock: Clock) -> Outgoings:
    """Prepare the way out."""
    return Outgoings(api, database, clock)


@pytest.fixture
def sqlite(database: Database, database_url: str) -> Database:
    """Give the database where it is SQLite; skip elsewhere."""
    if not database_url.startswith("sqlite"):
        pytest.skip("only an SQLite file can be kept from growing")
    return database
