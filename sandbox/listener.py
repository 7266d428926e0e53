"""Serves an ASGI application on loopback, over lines that the application can cut."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from starlette.types import ASGIApp, Receive, Scope
from uvicorn import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

HOST = "127.0.0.1"
LINE = "sandbox.line"

# Longer than a client's longest poll, or its idle connection could die under its next request.
_KEEP_ALIVE = 75


class CuttableProtocol(H11Protocol):
    """HTTP/1.1 that hands its transport to the application, as `scope["sandbox.line"]`."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin a connection."""
        super().connection_made(transport)
        served = self.app

        async def with_line(scope: Any, receive: Any, send: Any) -> None:
            scope[LINE] = transport
            await served(scope, receive, send)

        self.app = with_line


async def cut_line(scope: Scope, receive: Receive) -> None:
    """Close a request's connection at once, unanswered, and wait until it is closed."""
    scope[LINE].abort()
    while (await receive())["type"] != "http.disconnect":
        pass


class Listener:
    """A server on 127.0.0.1, with its `url`; leaves signals and the event loop alone."""

    def __init__(self, application: ASGIApp, port: int) -> None:
        self._socket = _bound(port)
        self.url = f"http://{HOST}:{self._socket.getsockname()[1]}"
        # uvicorn writes no Date header of its own: the sandbox's clock does.
        self._config = Config(
            application,
            http=CuttableProtocol,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            date_header=False,
            server_header=False,
            timeout_keep_alive=_KEEP_ALIVE,
        )
        self._state = ServerState()

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[None]:
        """Answer until the context ends; requests under way are answered before."""
        self._config.load()
        loop = asyncio.get_running_loop()
        server = await loop.create_server(self._protocol, sock=self._socket)
        try:
            yield
        finally:
            server.close()
            await self._close_connections()
            await server.wait_closed()

    async def _close_connections(self) -> None:
        await asyncio.gather(*self._state.tasks)
        for connection in list(self._state.connections):
            connection.transport.abort()
        # An aborted transport reports its end in the loop's next round.
        await asyncio.sleep(0)

    def _protocol(self) -> CuttableProtocol:
        return CuttableProtocol(self._config, self._state, {})


def _bound(port: int) -> socket.socket:
    # asyncio turns Nagle's delays off only where the socket names its protocol.
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.bind((HOST, port))
    return bound
