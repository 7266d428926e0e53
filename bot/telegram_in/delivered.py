"""Updates that Telegram delivers itself: a server for them, its registration, and a heartbeat."""

from dataclasses import dataclass

import structlog
from starlette.applications import Starlette

from bot.bot_api import BotApi, Unanswered
from bot.failures import CannotRun
from bot.telegram_in.heartbeat import Heartbeat
from bot.telegram_in.webhook import Webhook, register
from bot.web_server import serving

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Door:
    """Where the server listens, what Telegram is told of it, and the secret it must bring."""

    host: str
    port: int
    public_url: str
    secret: str


class Delivered:
    """`run` takes deliveries until `stop`."""

    def __init__(self, door: Door, webhook: Webhook, api: BotApi, heartbeat: Heartbeat) -> None:
        self._door = door
        self._api = api
        self._heartbeat = heartbeat
        self._webhook = webhook

    async def run(self) -> None:
        """Serve, register and keep in touch; raises CannotRun when one of them is impossible."""
        pages = Starlette(routes=[self._webhook.route])
        async with serving(pages, self._door.host, self._door.port):
            await self._register()
            await self._heartbeat.run()

    def stop(self) -> None:
        """Take no more deliveries; Telegram keeps them."""
        self._heartbeat.stop()

    async def _register(self) -> None:
        try:
            await register(self._api, self._door.public_url, self._door.secret)
        except Unanswered as silence:
            raise CannotRun(f"TELEGRAM_API_URL: {silence}") from None
        log.info("Telegram delivers updates", address=self._door.public_url)
