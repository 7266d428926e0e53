"""The receiving half of the program, for tests: polls, keeps, and hands over to the test."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from bot.bot_api import BotApi
from bot.clock import Clock
from bot.telegram_in.application import application_of
from bot.telegram_in.polling import Hall, Polling
from bot.telegram_in.reception import Gap, Reception
from bot.telegram_in.workers import Desk, Workers
from commands.incoming import Incoming, Said
from domain.delivery import Outgoing
from sandbox.changes import Changes
from storage.database import Database
from storage.work import Work


class Intake:
    """Runs the way in; remembers what was handled and which gaps were found."""

    def __init__(self, me: int, api: BotApi, database: Database, clock: Clock) -> None:
        self._me = me
        self._api = api
        self._database = database
        self._clock = clock
        self._changes = Changes()
        self.handled: list[Incoming] = []
        self.gaps: list[Gap] = []
        self.broken: str | None = None
        self.outgoing: list[Outgoing] = []
        self.reception = Reception(me, database, self._note_gap)

    @property
    def texts(self) -> list[str]:
        """The texts handled, in order."""
        return [each.text for each in self.handled if isinstance(each, Said)]

    async def until(self, *texts: str) -> None:
        """Wait until just these texts were handled."""
        if not await self._changes.wait_for(lambda: self.texts == list(texts), 5):
            raise TimeoutError(f"handled: {self.texts}")

    async def until_handled(self, count: int) -> None:
        """Wait until at least so many updates were handled."""
        if not await self._changes.wait_for(lambda: len(self.handled) >= count, 20):
            raise TimeoutError(f"handled: {len(self.handled)}")

    @asynccontextmanager
    async def polling(self) -> AsyncIterator[Polling]:
        """Poll, keep and handle; on leaving what is in hand is finished."""
        async with self.working() as workers:
            await self.reception.recall()
            polling = Polling(
                self._api, self._clock, Hall(self.reception, workers.room, workers.wake)
            )
            asking = asyncio.create_task(polling.run())
            try:
                yield polling
            finally:
                polling.stop()
                await asking

    @asynccontextmanager
    async def working(self) -> AsyncIterator[Workers]:
        """Handle what is in the inbox."""
        async with application_of(self._api, self._handle) as application:
            desk = Desk(self._me, application, self._clock, lambda: None)
            workers = Workers(self._database, desk)
            running = asyncio.create_task(workers.run())
            try:
                yield workers
            finally:
                workers.stop()
                await running

    async def _handle(self, _work: Work, incoming: Incoming) -> Sequence[Outgoing]:
        if isinstance(incoming, Said) and incoming.text == self.broken:
            raise RuntimeError("this one is broken")
        self.handled.append(incoming)
        self._changes.announce()
        return self.outgoing

    async def _note_gap(self, _work: Work, gap: Gap) -> Sequence[Outgoing]:
        self.gaps.append(gap)
        self._changes.announce()
        return []
