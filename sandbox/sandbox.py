"""The local Telegram as a server: a scene, its Bot API over HTTP, and its webhooks."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from starlette.applications import Starlette
from starlette.types import ASGIApp

from sandbox.control.routes import control_routes
from sandbox.courier import Courier
from sandbox.listener import Listener
from sandbox.page.routes import page_routes
from sandbox.routes import Dated, bot_routes
from sandbox.scene import Scene


class Sandbox(Scene):
    """A scene that bots reach at `url`."""

    def __init__(self, port: int = 0) -> None:
        super().__init__()
        self._listener = Listener(self._application(), port)

    @classmethod
    @asynccontextmanager
    async def start(cls, port: int = 0) -> AsyncIterator["Sandbox"]:
        """Serve on 127.0.0.1, on a free port unless one is given, until the context ends."""
        sandbox = cls(port)
        async with sandbox._listener.serving():
            courier = asyncio.create_task(Courier(sandbox.world).run())
            try:
                yield sandbox
            finally:
                await sandbox._close(courier)

    @property
    def url(self) -> str:
        """What a bot takes as the Bot API's address."""
        return self._listener.url

    def _application(self) -> ASGIApp:
        routes = [*bot_routes(self.bot_api), *control_routes(self), *page_routes(self)]
        return Dated(Starlette(routes=routes), self.clock)

    async def _close(self, courier: asyncio.Task[None]) -> None:
        self.world.closing = True
        self.world.changes.announce()
        courier.cancel()
        with suppress(asyncio.CancelledError):
            await courier
