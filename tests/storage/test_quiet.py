"""A connection that is left behind ends without a word."""

import asyncio
import sqlite3
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from storage.quiet import QuietConnection

PATIENCE = 60.0  # seconds


@dataclass(frozen=True, slots=True)
class Gate:
    """Lets a connection open once it may; it opens in the thread that is left behind."""

    reached: threading.Event = field(default_factory=threading.Event)
    free: threading.Event = field(default_factory=threading.Event)
    left: list[threading.Thread] = field(default_factory=list)

    def open(self, *given: Any, **settings: Any) -> sqlite3.Connection:
        """Wait, and open."""
        self.left.append(threading.current_thread())
        self.reached.set()
        assert self.free.wait(PATIENCE)
        return sqlite3.Connection(*given, **settings)


def test_a_file_that_opens_after_the_program_has_ended(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    gate = Gate()
    asyncio.run(_given_up(tmp_path / "late.db", gate))
    gate.free.set()
    (left,) = gate.left
    left.join(PATIENCE)
    assert not left.is_alive()
    # Nor did the thread raise: pytest would tell.
    assert capfd.readouterr() == ("", "")


async def _given_up(file: Path, gate: Gate) -> None:
    opening = asyncio.ensure_future(QuietConnection(str(file), factory=gate.open))
    assert await asyncio.to_thread(gate.reached.wait, PATIENCE)
    opening.cancel()
    with suppress(asyncio.CancelledError):
        await opening
