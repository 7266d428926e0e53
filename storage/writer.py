"""The one connection that writes to an SQLite file, and the works that share its commits."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.prompt import PromptConnection

GROUP = 50


@dataclass(slots=True)
class Group:
    """Works that wait for one commit; `done` is set when it is on the disk, or has failed."""

    done: asyncio.Future[None] = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )
    works: int = 0


class Writer:
    """Gives works the connection in turn, and commits once for all that came meanwhile.

    Waiting for the disk takes longer than most works do, and takes no longer for fifty of them.
    Each work is a savepoint: one that fails is undone alone. None ends before it is durable.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._connection: AsyncConnection | None = None
        self._driver: PromptConnection | None = None
        self._group: Group | None = None
        self._endings: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def work(self) -> AsyncIterator[AsyncConnection]:
        """Give the connection for one work, and end when what it wrote is durable.

        Raises what the driver raises; then nothing of this work is kept.
        """
        await self._wait_for_turn()
        try:
            connection, driver = await self._opened()
            group = await self._joined(driver)
        except BaseException:
            self._pass_on()
            raise
        try:
            yield connection
            _say(driver, "RELEASE work")
        except BaseException as error:
            self._undo(driver, group, error)
            raise
        finally:
            self._pass_on()
        await asyncio.shield(group.done)

    async def close(self) -> None:
        """Give the connection back, after what is being committed."""
        while self._endings:
            await asyncio.gather(*self._endings)
        if self._connection is not None:
            await self._connection.close()
        await self._engine.dispose()

    async def _wait_for_turn(self) -> None:
        self._waiting += 1
        try:
            await self._turn.acquire()
        except BaseException:
            # The work before this one may have left the commit to it.
            self._in_background(self._end_what_is_left())
            raise
        finally:
            self._waiting -= 1

    async def _opened(self) -> tuple[AsyncConnection, PromptConnection]:
        if self._connection is None or self._driver is None:
            self._connection = await self._engine.connect()
            raw = await self._connection.get_raw_connection()
            self._driver = raw.driver_connection
        if self._driver is None:
            raise sqlite3.OperationalError("no active connection")
        return self._connection, self._driver

    async def _joined(self, driver: PromptConnection) -> Group:
        if self._group is None:
            await driver.begin()
            self._group = Group()
        self._group.works += 1
        _say(driver, "SAVEPOINT work")
        return self._group

    def _undo(self, driver: PromptConnection, group: Group, error: BaseException) -> None:
        if _is_open(driver):
            _say(driver, "ROLLBACK TO work")
            _say(driver, "RELEASE work")
            return
        # SQLite itself has rolled everything back, as it does when the disk is full.
        self._group = None
        group.done.set_exception(sqlite3.OperationalError(str(error)))
        group.done.exception()

    def _pass_on(self) -> None:
        """Leave the commit to whoever waits for a turn; commit when nobody does."""
        group, driver = self._group, self._driver
        if group is None or driver is None or (self._waiting and group.works < GROUP):
            self._turn.release()
            return
        # A task of its own: who is cancelled now must not take the commit from the others.
        self._in_background(self._end(driver, group))

    async def _end_what_is_left(self) -> None:
        await self._turn.acquire()
        self._pass_on()

    def _in_background(self, ending: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(ending)
        self._endings.add(task)
        task.add_done_callback(self._endings.discard)

    async def _end(self, driver: PromptConnection, group: Group) -> None:
        self._group = None
        try:
            await driver.settle()
        except sqlite3.Error as error:
            group.done.set_exception(error)
            group.done.exception()
        else:
            group.done.set_result(None)
        finally:
            self._turn.release()


def _say(driver: PromptConnection, words: str) -> None:
    connection = driver.direct()
    if connection is None:
        raise sqlite3.OperationalError("the connection is at work elsewhere")
    connection.execute(words)


def _is_open(driver: PromptConnection) -> bool:
    connection = driver.direct()
    return connection is not None and connection.in_transaction
