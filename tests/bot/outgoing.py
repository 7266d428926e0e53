"""The sending half of the program, for tests: puts messages, runs a sender, tells what failed."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from bot.bot_api import BotApi
from bot.clock import Clock
from bot.telegram_out.pace import Limits
from bot.telegram_out.sender import Sender
from bot.telegram_out.settle import Settlement
from domain.delivery import DeliveryFailed, Outgoing
from storage.database import Database
from storage.work import Work

# The sandbox keeps Telegram's limits unless a test switches them off; most tests need no waiting.
UNPACED = Limits(a_second=10_000, chat_pause=0, group_calls=10_000, group_seconds=0.001)


class Outgoings:
    """What a test says through the outbox, and what it was told of as given up."""

    def __init__(self, api: BotApi, database: Database, clock: Clock) -> None:
        self._api = api
        self._database = database
        self._clock = clock
        self._sender: Sender | None = None
        self.failures: list[DeliveryFailed] = []
        self.in_return: list[Outgoing] = []

    async def put(self, *outgoing: Outgoing) -> None:
        """Commit messages to the outbox, and wake the sender if one runs."""
        at = self._clock.now()
        await self._database.run(lambda work: work.outbox.put(*outgoing, at=at))
        if self._sender is not None:
            self._sender.wake()

    @asynccontextmanager
    async def sending(self, limits: Limits = UNPACED) -> AsyncIterator[Sender]:
        """Run a sender; on leaving it finishes what is under way."""
        settlement = Settlement(self._clock.now, self._failed)
        self._sender = Sender(self._api, self._database, settlement, limits)
        running = asyncio.create_task(self._sender.run())
        try:
            yield self._sender
        finally:
            self._sender.stop()
            await running
            self._sender = None

    @asynccontextmanager
    async def killed_while_sending(self) -> AsyncIterator[None]:
        """Run a sender that ends as a killed process does: what was under way stays as it is."""
        sender = Sender(
            self._api, self._database, Settlement(self._clock.now, self._failed), UNPACED
        )
        running = asyncio.create_task(sender.run())
        try:
            yield
        finally:
            running.cancel()
            await asyncio.wait([running])

    async def _failed(self, _work: Work, failed: DeliveryFailed) -> Sequence[Outgoing]:
        self.failures.append(failed)
        return self.in_return
