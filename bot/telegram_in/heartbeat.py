"""Asks now and then how webhooks fare, which keeps the clock and tells what is left behind."""

import asyncio
from contextlib import suppress

import structlog

from bot.bot_api import BotApi, Unanswered
from bot.clock import Clock
from bot.telegram_in.reception import Reception
from storage.failures import DatabaseUnusable

log = structlog.get_logger()

EVERY_SECONDS = 30.0


class Heartbeat:
    """`run` asks until `stop`; for bots to which Telegram delivers itself."""

    def __init__(self, api: BotApi, clock: Clock, reception: Reception) -> None:
        self._api = api
        self._clock = clock
        self._reception = reception
        self._stopping = asyncio.Event()
        self._complaint = ""

    def stop(self) -> None:
        """Let `run` return."""
        self._stopping.set()

    async def run(self) -> None:
        """Ask every half minute until stopped."""
        while not self._stopping.is_set():
            try:
                await self.beat()
            except (Unanswered, DatabaseUnusable) as trouble:
                self._reception.lose_touch()
                log.warning("Telegram cannot be asked about its deliveries", reason=str(trouble))
            with suppress(TimeoutError):
                async with asyncio.timeout(EVERY_SECONDS):
                    await self._stopping.wait()

    async def beat(self) -> None:
        """Ask once; raises Unanswered or DatabaseUnusable."""
        answer = await self._api.call("getWebhookInfo", {})
        if not answer.ok:
            raise Unanswered(answer.description, may_have_acted=False)
        complaint = answer.result.get("last_error_message", "")
        if complaint and complaint != self._complaint:
            log.warning("Telegram could not deliver", reason=complaint)
        self._complaint = complaint
        caught_up = answer.result.get("pending_update_count") == 0
        at = answer.date or self._clock.now()
        await self._reception.take([], at, all_there_is=caught_up)
