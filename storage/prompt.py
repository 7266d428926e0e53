"""A connection to SQLite that spares short statements the way to another thread and back."""

import sqlite3
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from storage.quiet import QuietConnection

Result = TypeVar("Result")


class PromptConnection(QuietConnection):
    """Runs a statement on the event loop's own thread, where it takes some microseconds.

    Three trips to another thread for each statement cost many times that. What may have to wait,
    for the disk or for another program, still goes there: beginning and ending a transaction.
    """

    def __init__(self, database: str, **settings: Any) -> None:
        super().__init__(database, **settings)
        self._away: object | None = None

    def direct(self) -> sqlite3.Connection | None:
        """Return SQLite's own connection for a short statement, while the thread leaves it free."""
        return self._conn if self._away is None else None

    async def begin(self) -> None:
        """Begin to write, unless that has happened; waits for other programs to end theirs."""
        await self._in_thread(partial(_begin, self._conn))

    async def settle(self) -> None:
        """Commit; when that fails, roll everything back and raise the reason."""
        await self._in_thread(partial(_settle, self._conn))

    async def _execute(self, fn: Callable[..., Result], *args: Any, **kwargs: Any) -> Result:
        # While the thread is at work, as after a cancelled wait for it, all else queues behind.
        if self._away is None and not isinstance(getattr(fn, "__self__", None), sqlite3.Connection):
            return fn(*args, **kwargs)
        return await self._in_thread(partial(fn, *args, **kwargs))

    async def _in_thread(self, work: Callable[[], Result]) -> Result:
        self._away = ticket = object()
        sent = super()._execute(self._sent, ticket, work)  # type: ignore[no-untyped-call]
        done: Result = await sent
        return done

    def _sent(self, ticket: object, work: Callable[[], Result]) -> Result:
        try:
            return work()
        finally:
            if self._away is ticket:
                self._away = None


def _begin(connection: sqlite3.Connection) -> None:
    # A wait that was cancelled may have left a transaction, still empty, to whoever comes next.
    if not connection.in_transaction:
        connection.execute("BEGIN IMMEDIATE")


def _settle(connection: sqlite3.Connection) -> None:
    try:
        connection.commit()
    except sqlite3.Error:
        if connection.in_transaction:
            connection.rollback()
        raise
