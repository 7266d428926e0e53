"""A connection that is left behind ends without a word."""

import asyncio
import sqlite3
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from storage.quiet import QuietConnection


class Slow(sqlite3.Connection):
    """Opens once it may."""

    reached = threading.Event()
    free = threading.Event()

    def __init__(self, *given: Any, **settings: Any) -> None:
        self.reached.set()
        self.free.wait()
        super().__init__(*given, **settings)


def test_a_file_that_opens_after_the_program_has_ended(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    threads = asyncio.run(_given_up(tmp_path / "late.db"))
    Slow.free.set()
    for each in threads:
        each.join()
    # Nor did the thread raise: pytest would tell.
    assert capfd.readouterr() == ("", "")


async def _given_up(file: Path) -> set[threading.Thread]:
    """Give up opening a file, and return the threads that do not know it yet."""
    before = set(threading.enumerate())
    opening = asyncio.ensure_future(QuietConnection(str(file), factory=Slow))
    await asyncio.to_thread(Slow.reached.wait)
    opening.cancel()
    with suppress(asyncio.CancelledError):
        await opening
    return {each for each in set(threading.enumerate()) - before if "_work" in each.name}
