"""Takes updates that Telegram delivers itself, and acknowledges them once they are durable."""

import asyncio
import hmac
from typing import Any

import structlog
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send
from telegram import Update

from bot.bot_api import BotApi
from bot.clock import Clock
from bot.failures import CannotRun
from bot.json_text import read_json
from bot.telegram_in.polling import Hall
from storage.failures import DatabaseUnusable

log = structlog.get_logger()

PATH = "/telegram/updates"
SECRET_HEADER = b"x-telegram-bot-api-secret-token"
# An update is some kilobytes; nobody else is listened to for longer.
LARGEST_BODY = 1 << 20
MOST_AT_ONCE = 100

ACCEPTED, FORBIDDEN, TOO_LARGE, TRY_LATER = 200, 403, 413, 503


class Webhook:
    """The ASGI endpoint; what arrives together is stored in one transaction."""

    def __init__(self, secret: str, clock: Clock, hall: Hall) -> None:
        self._secret = secret.encode()
        self._clock = clock
        self._hall = hall
        self._waiting: list[tuple[Any, asyncio.Future[None]]] = []
        self._keeping: asyncio.Task[None] | None = None

    @property
    def route(self) -> Route:
        """Where Telegram delivers."""
        return Route(PATH, self, methods=["POST"])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one delivery."""
        status = await self._status(scope, receive)
        await Response(status_code=status)(scope, receive, send)

    async def _status(self, scope: Scope, receive: Receive) -> int:
        if not self._is_telegram(scope):
            return FORBIDDEN
        body = await _body(receive)
        if body is None:
            # Whoever was cut off hears no answer, and comes again.
            return TOO_LARGE
        try:
            await self._keep(_update(body))
        except DatabaseUnusable as error:
            log.error("an update cannot be kept and will come again", reason=str(error))  # noqa: TRY400 - the reason is all there is to say
            return TRY_LATER
        return ACCEPTED

    def _is_telegram(self, scope: Scope) -> bool:
        said = next((value for name, value in scope["headers"] if name == SECRET_HEADER), b"")
        return hmac.compare_digest(said, self._secret)

    async def _keep(self, update: Any) -> None:
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((update, kept))
        if self._keeping is None:
            self._keeping = asyncio.create_task(self._keep_all())
        await kept

    async def _keep_all(self) -> None:
        try:
            while self._waiting:
                await self._hall.room()
                some, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
                _tell([kept for _, kept in some], await self._stored([each for each, _ in some]))
        finally:
            self._keeping = None

    async def _stored(self, updates: list[Any]) -> Exception | None:
        try:
            at = self._clock.now()
            if await self._hall.reception.take(updates, at, all_there_is=False):
                self._hall.announce()
        except Exception as error:  # noqa: BLE001 - it is raised in each request that asked
            return error
        return None


async def register(api: BotApi, public_url: str, secret: str) -> None:
    """Tell Telegram where to deliver; raises CannotRun when it refuses."""
    answer = await api.call(
        "setWebhook",
        {
            "url": f"{public_url}{PATH}",
            "secret_token": secret,
            "allowed_updates": Update.ALL_TYPES,
        },
    )
    if not answer.ok:
        raise CannotRun(f"WEBHOOK_URL: {answer.description}")


async def _body(receive: Receive) -> bytes | None:
    """Return a whole body; None for one that is too large, or was cut off on its way."""
    body = b""
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        if len(body) > LARGEST_BODY:
            return None
        more = message.get("more_body", False)
    return body


def _update(body: bytes) -> Any:
    try:
        return read_json(body)
    except ValueError:
        # It is quarantined as it came; refused, it would come again for ever.
        return body.decode(errors="replace")


def _tell(kept: list[asyncio.Future[None]], error: Exception | None) -> None:
    for each in kept:
        if each.done():
            continue
        if error is None:
            each.set_result(None)
        else:
            each.set_exception(error)
