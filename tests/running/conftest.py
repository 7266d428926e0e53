"""A sandbox, its town, and an operator who runs the program for it in a folder of their own."""

import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox import Sandbox
from tests.running.estate import Town, town_in
from tests.running.process import Operator


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """Serve a local Telegram."""
    async with Sandbox.start() as started:
        yield started


@pytest.fixture
def town(sandbox: Sandbox) -> Town:
    """Settle the town."""
    return town_in(sandbox)


@pytest.fixture
def operator(town: Town, tmp_path: Path) -> Operator:
    """Give the operator the town's settings; the database is a file in the folder."""
    return Operator(tmp_path, town.settings())


@pytest.fixture
def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
