"""Work that must be stored, tried until the database takes it or the program is stopped."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TypeVar

import structlog

from storage.database import Database
from storage.failures import DatabaseUnusable
from storage.work import Work

log = structlog.get_logger()
T = TypeVar("T")
PAUSE_SECONDS = 1.0


class Patience:
    """Commits that outlast a busy database or a full disk; `stop` ends all waiting."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._stopping = asyncio.Event()

    @property
    def stopped(self) -> bool:
        """Whether `stop` was called."""
        return self._stopping.is_set()

    def stop(self) -> None:
        """Wait for nothing any more."""
        self._stopping.set()

    async def run(self, act: Callable[[Work], Awaitable[T]]) -> T:
        """Do a piece of work; raises DatabaseUnusable only when stopped, nothing being stored."""
        while True:
            try:
                return await self._database.run(act)
            except DatabaseUnusable as error:
                log.error("the database fails and is tried again", reason=str(error))  # noqa: TRY400 - the reason is all there is to say
                if await self.stopped_within(PAUSE_SECONDS):
                    raise

    async def stopped_within(self, seconds: float) -> bool:
        """Wait so long, or until stopped; tell whether it was the latter."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._stopping.wait()
        return self.stopped
