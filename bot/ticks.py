"""Due work: looked for at each tick and whenever Telegram was heard, each thing done once."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.due.taking import Failed, Taken, Taking, put_off
from storage.database import Database
from storage.due import Due
from storage.failures import DatabaseUnusable

log = structlog.get_logger()

TICK_SECONDS = 10


class Ticks:
    """`run` does what comes due until `stop`; `wake` has it look at once.

    Due work lives by the moment up to which Telegram has been `heard` and what it said was handled:
    so no deadline passes, and no period closes, before everything said until then is known.
    """

    def __init__(
        self,
        database: Database,
        taking: Taking,
        heard: Callable[[], datetime | None],
        committed: Callable[[], None],
    ) -> None:
        self._database = database
        self._taking = taking
        self._heard = heard
        self._committed = committed
        self._stir = asyncio.Event()
        self._begun = False
        self._waits_for_inbox = False
        self._stopping = False

    def wake(self) -> None:
        """Look for due work now: Telegram was heard, or the clock has moved."""
        self._stir.set()

    def handled(self) -> None:
        """Note that an update was handled; due work may have waited for it."""
        if self._waits_for_inbox:
            self._stir.set()

    def stop(self) -> None:
        """Let `run` finish what is in hand and return."""
        self._stopping = True
        self._stir.set()

    async def run(self) -> None:
        """Do what comes due until stopped."""
        scheduler = AsyncIOScheduler(timezone=UTC)
        scheduler.add_job(
            self._tick, "interval", seconds=TICK_SECONDS, misfire_grace_time=None, coalesce=True
        )
        scheduler.start()
        try:
            while not self._stopping:
                await self.catch_up()
                await self._stir.wait()
                self._stir.clear()
        finally:
            scheduler.shutdown(wait=False)

    async def catch_up(self) -> int:
        """Do everything that is due by now, and return how many things were done."""
        moment, done = self._heard(), 0
        try:
            while moment is not None and not self._stopping and await self._next(moment):
                done += 1
        except DatabaseUnusable as reason:
            log.warning("due work waits for the database", reason=str(reason))
        return done

    async def _tick(self) -> None:
        # A coroutine, because the scheduler would run a plain function in another thread.
        self.wake()

    async def _next(self, moment: datetime) -> bool:
        if not self._begun:
            await self._database.run(lambda work: self._taking.begin(work, moment))
            self._begun = True
        try:
            taken = await self._database.run(lambda work: self._taking.take(work, moment))
        except Failed as failed:
            log.exception("due work failed and is tried again later", due=str(failed))
            await self._put_off(failed.due, moment)
            return True
        self._waits_for_inbox = taken is Taken.INBOX_FIRST
        if taken is Taken.DONE:
            self._committed()
        return taken is Taken.DONE

    async def _put_off(self, due: Due, moment: datetime) -> None:
        await self._database.run(lambda work: put_off(work, due, moment))
