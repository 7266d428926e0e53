"""The sandbox's HTTP routes for bots, and the `Date` header of every answer."""

import orjson
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sandbox.api.bot_api import BotApi
from sandbox.api.intake import read_parameters
from sandbox.api.refusals import RefusedError
from sandbox.clock import Clock
from sandbox.listener import cut_line
from sandbox.world.pictures import picture_type

_HARMLESS = {"Content-Security-Policy": "sandbox", "X-Content-Type-Options": "nosniff"}


class BotEndpoint:
    """Answers `/bot<TOKEN>/<method>`, or cuts the line when so ordered."""

    def __init__(self, bot_api: BotApi) -> None:
        self._bot_api = bot_api

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        path = request.path_params
        try:
            parameters = await read_parameters(request)
        except RefusedError as error:
            await _json(error)(scope, receive, send)
            return
        reply = await self._bot_api.answer(path["token"], path["method"], parameters)
        if reply is None:
            await cut_line(scope, receive)
            return
        response = Response(reply.body, reply.status, media_type="application/json")
        await response(scope, receive, send)


class FileEndpoint:
    """Answers `/file/bot<TOKEN>/<file_path>`."""

    def __init__(self, bot_api: BotApi) -> None:
        self._bot_api = bot_api

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        path = Request(scope, receive).path_params
        await self._response(path["token"], path["file_path"])(scope, receive, send)

    def _response(self, token: str, file_path: str) -> Response:
        try:
            self._bot_api.bot(token)
        except RefusedError as error:
            return _json(error)
        stored = self._bot_api.world.files.by_path(file_path)
        if stored is None:
            return _json(RefusedError(404, "Not Found"))
        # A bot takes it as it is; opened in a browser it must do nothing here.
        shown = picture_type(stored.content)
        kind = {} if shown else {"Content-Disposition": "attachment"}
        return Response(
            stored.content, media_type=shown or stored.mime_type, headers=_HARMLESS | kind
        )


class Dated:
    """Stamps every answer with the sandbox's time."""

    def __init__(self, application: ASGIApp, clock: Clock) -> None:
        self._application = application
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request be answered, with the header."""

        async def stamped(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["Date"] = self._clock.http_date()
            await send(message)

        await self._application(scope, receive, stamped)


def bot_routes(bot_api: BotApi) -> list[Route]:
    """Return the routes that bots use."""
    methods = ["GET", "POST"]
    return [
        Route("/bot{token}/{method}", BotEndpoint(bot_api), methods=methods),
        Route("/file/bot{token}/{file_path:path}", FileEndpoint(bot_api), methods=["GET"]),
    ]


def _json(error: RefusedError) -> Response:
    return Response(orjson.dumps(error.shape()), error.code, media_type="application/json")
