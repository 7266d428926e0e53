"""Asks now and then how webhooks fare, which keeps the clock and tells what is left behind."""

import asyncio
from contextlib import suppress

import structlog

from bot.bot_api import BotApi, Unanswered
from bot.clock import Clock
from bot.failures import CannotRun
from bot.telegram_in.reception import Reception
from storage.failures import DatabaseUnusable

log = structlog.get_logger()

EVERY_SECONDS = 10.0
UNAUTHORISED = 401


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
        """Ask every ten seconds until stopped; raises CannotRun when the token is no more."""
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
        """Ask once; raises Unanswered, DatabaseUnusable, or CannotRun for a token taken back."""
        answer = await self._api.call("getWebhookInfo", {})
        if answer.code == UNAUTHORISED:
            raise CannotRun("BOT_TOKEN: Telegram does not know this token any more")
        if not (answer.ok and isinstance(answer.result, dict)):
            raise Unanswered(answer.description or "unreadable answer", may_have_acted=False)
        complaint = answer.result.get("last_error_message", "")
        if complaint and complaint != self._complaint:
            log.warning("Telegram could not deliver", reason=complaint)
        self._complaint = complaint
        caught_up = answer.result.get("pending_update_count") == 0
        at = answer.date or self._clock.now()
        await self._reception.take([], at, all_there_is=caught_up)
