"""A connection to SQLite whose thread says nothing when the program ends before it."""

import sqlite3
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import Any

from aiosqlite import Connection
from aiosqlite.core import _connection_worker_thread

CHUNK = 64


class QuietConnection(Connection):
    """Opens a file as `sqlite3.connect` does; its thread holds up no end of the program.

    A connection that could not be opened is closed behind the program's back. Where the event loop
    is gone by then, the driver's own thread would print a traceback under the one line that tells
    why the program ended.
    """

    def __init__(self, database: str, **settings: Any) -> None:
        super().__init__(partial(sqlite3.connect, database, **settings), CHUNK)
        self._thread = Thread(target=self._work, daemon=True)

    def _work(self) -> None:
        # What the statements raise goes to who asked for them: only a closed loop gets this far.
        with suppress(RuntimeError):
            _connection_worker_thread(self._tx)
