"""A line between page and sandbox that can be cut, and mended at the same address."""

import asyncio
from contextlib import suppress
from urllib.parse import urlsplit

_HOST = "127.0.0.1"


class Relay:
    """Carries bytes both ways."""

    def __init__(self, url: str) -> None:
        self._target = urlsplit(url).port or 0
        self._port = 0
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()

    @property
    def url(self) -> str:
        """Where the page reaches the sandbox."""
        return f"http://{_HOST}:{self._port}"

    async def mend(self) -> None:
        """Carry from now on."""
        self._server = await asyncio.start_server(self._carry, _HOST, self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        """Close every line at once, and take no new ones."""
        assert self._server is not None
        self._server.close()
        for writer in list(self._open):
            writer.transport.abort()
        await self._server.wait_closed()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection(_HOST, self._target)
        ends = {writer, far_writer}
        self._open |= ends
        with suppress(ConnectionError):
            await asyncio.gather(_pump(reader, far_writer), _pump(far_reader, writer))
        self._open -= ends
        for end in ends:
            end.transport.abort()


async def _pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    while chunk := await source.read(65536):
        sink.write(chunk)
        await sink.drain()
    # One end is gone: so is the whole line.
    sink.transport.abort()
