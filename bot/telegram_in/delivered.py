"""Updates that Telegram delivers itself: a server for them, its registration, and a heartbeat."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import structlog
import uvicorn
from starlette.applications import Starlette

from bot.bot_api import BotApi, Unanswered
from bot.failures import CannotRun
from bot.telegram_in.heartbeat import Heartbeat
from bot.telegram_in.webhook import Webhook, register

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
        with self._listening() as listening:
            server = _Server(
                uvicorn.Config(
                    Starlette(routes=[self._webhook.route]), log_config=None, access_log=False
                )
            )
            serving = asyncio.create_task(server.serve(sockets=[listening]))
            try:
                await self._register()
                await self._heartbeat.run()
            finally:
                server.should_exit = True
                await serving

    def stop(self) -> None:
        """Take no more deliveries; Telegram keeps them."""
        self._heartbeat.stop()

    def _listening(self) -> socket.socket:
        place = (self._door.host, self._door.port)
        try:
            return socket.create_server(place)
        except OSError as reason:
            raise CannotRun(f"WEB_HOST, WEB_PORT: {place}: {reason.strerror}") from None

    async def _register(self) -> None:
        try:
            await register(self._api, self._door.public_url, self._door.secret)
        except Unanswered as silence:
            raise CannotRun(f"TELEGRAM_API_URL: {silence}") from None
        log.info("Telegram delivers updates", address=self._door.public_url)


class _Server(uvicorn.Server):
    """Leaves signals to the program, which stops its parts in their order."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
