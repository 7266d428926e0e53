"""A relay between Telegram and the program's webhook, which can keep what the program answers."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox import Sandbox
from sandbox.listener import Listener

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
PATH = "/telegram/updates"
TAKEN, BAD_GATEWAY = 200, 502
# Telegram waits half a minute for an answer.
PATIENCE = 25.0
# What somebody says; who joined a group is told otherwise, and not kept.
_SAID = re.compile(rb'"update_id":(\d+),"message":.*"text":', re.DOTALL)


class Relay:
    """Passes deliveries on when the program is up; `passing`, `answered`: what people said.

    While it keeps answers back, nothing that people said is taken, as Telegram sees it.
    """

    def __init__(self, sandbox: Sandbox, session: aiohttp.ClientSession, port: int) -> None:
        self._sandbox = sandbox
        self._session = session
        self._url = f"http://127.0.0.1:{port}{PATH}"
        self._gate = asyncio.Event()
        self._gate.set()
        self.passing: list[int] = []
        self.answered: list[int] = []

    def keep(self) -> None:
        """Keep the answers on what people said back from now on."""
        self._gate.clear()

    def watch(self) -> None:
        """Count passing and answered deliveries anew."""
        self.passing.clear()
        self.answered.clear()

    def let_go(self) -> None:
        """Tell Telegram that what was kept back has failed, and pass on what comes."""
        self._gate.set()

    async def take(self, request: Request) -> Response:
        """Pass one delivery on, and its answer back."""
        body = await request.body()
        number = _number(body)
        self._note(self.passing, number)
        code = await self._pass_on(body, request.headers[SECRET_HEADER])
        if code is None:
            await self._program_is_up()
            code = await self._pass_on(body, request.headers[SECRET_HEADER])
        if code == TAKEN:
            self._note(self.answered, number)
        if number is None or self._gate.is_set():
            return Response(status_code=code or BAD_GATEWAY)
        await self._gate.wait()
        return Response(status_code=BAD_GATEWAY)

    async def _pass_on(self, body: bytes, secret: str) -> int | None:
        headers = {SECRET_HEADER: secret}
        try:
            async with self._session.post(self._url, data=body, headers=headers) as answer:
                return answer.status
        except aiohttp.ClientConnectorError:
            return None
        except aiohttp.ClientError:
            return BAD_GATEWAY

    async def _program_is_up(self) -> None:
        """Wait until a program has told Telegram where to deliver; it listens by then."""
        requests = self._sandbox.record.requests
        begin = len(requests)

        def registered() -> bool:
            return any(each.method == "setWebhook" for each in requests[begin:])

        await self._sandbox.world.changes.wait_for(registered, PATIENCE)

    def _note(self, numbers: list[int], number: int | None) -> None:
        if number is None:
            return
        numbers.append(number)
        self._sandbox.world.changes.announce()


@asynccontextmanager
async def relaying(sandbox: Sandbox, port: int) -> AsyncIterator[tuple[Relay, str]]:
    """Relay to the program's port; gives the relay, and the address for WEBHOOK_URL."""
    async with aiohttp.ClientSession() as session:
        relay = Relay(sandbox, session, port)
        listener = Listener(Starlette(routes=[Route(PATH, relay.take, methods=["POST"])]), 0)
        async with listener.serving():
            try:
                yield relay, listener.url
            finally:
                relay.let_go()


def _number(body: bytes) -> int | None:
    found = _SAID.search(body)
    return int(found[1]) if found else None
