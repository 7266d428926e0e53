"""A second, much plainer Bot API server, written from Telegram's documentation alone.

It knows nothing of the sandbox: nine methods, the required fields of each object and few others,
real time, and "404 Not Found" for whatever else it is asked.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import aiohttp
from aiohttp import web

TOKEN = "4200000055:the-plain-server-knows-only-this-token"
ME = {"id": 4200000055, "is_bot": True, "first_name": "Gridward", "username": "plain_bot"}
GROUP = {"id": -1001234567890, "type": "supergroup", "title": "Block 3"}
Shape = dict[str, Any]


class RefusedError(Exception):
    """A request that is answered with an error."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(description)
        self.code = code


Method = Callable[["PlainServer", Shape], Awaitable[Any]]


@dataclass(slots=True)
class PlainServer:
    """One bot, one group, private chats; `absurd` methods answer nonsense."""

    methods: frozenset[str]
    absurd: frozenset[str] = frozenset()
    administrators: list[Shape] = field(default_factory=list)
    url: str = ""
    numbers: Iterator[int] = field(default_factory=lambda: count(1000))
    updates: list[Shape] = field(default_factory=list)
    messages: list[Shape] = field(default_factory=list)
    pop_ups: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    webhook: Shape = field(default_factory=dict)
    news: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def until(self, condition: Callable[[], Any], seconds: float = 30) -> Any:
        """Wait until something holds, and return it."""
        async with asyncio.timeout(seconds), self.news:
            return await self.news.wait_for(condition)

    async def happen(self, kind: str, payload: Shape) -> None:
        """Let the bot hear of something."""
        self.updates.append({"update_id": next(self.numbers), kind: payload})
        await self.change()

    async def say(self, who: Shape, text: str, chat: Shape = GROUP, **more: Any) -> Shape:
        """Let somebody write; what is no command holds no entity that the bot would need."""
        message = self.keep(who, chat, text) | more
        if text.startswith("/"):
            length = len(text.split(maxsplit=1)[0])
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        await self.happen("message", message)
        return message

    async def tap(self, who: Shape, message: Shape, label: str) -> str:
        """Let somebody tap a button, and return the pop-up's words."""
        rows = message["reply_markup"]["inline_keyboard"]
        data = next(each["callback_data"] for row in rows for each in row if each["text"] == label)
        query = f"tap-{len(self.pop_ups)}-{time.monotonic_ns()}"
        tapped = {"id": query, "from": who, "message": message, "chat_instance": "1", "data": data}
        await self.happen("callback_query", tapped)
        return str(await self.until(lambda: self.pop_ups.get(query)))

    async def found(self, *words: str, chat: Shape = GROUP) -> Shape:
        """Wait for a message of the bot that holds all these words."""

        def those() -> list[Shape]:
            ours = [m for m in self.messages if m["from"] == ME and m["chat"] == chat]
            return [m for m in ours if all(word in m["text"] for word in words)]

        try:
            return dict((await self.until(those))[-1])
        except TimeoutError:
            heard = [each["text"] for each in self.messages]
            raise AssertionError(f"{words} were not said, but {heard}") from None

    def keep(self, who: Shape, chat: Shape, text: str) -> Shape:
        """Put a message into a chat."""
        number, now = len(self.messages) + 1, int(time.time())
        message = {"message_id": number, "date": now, "chat": chat, "from": who, "text": text}
        self.messages.append(message)
        return message

    async def change(self) -> None:
        """Wake whoever waits."""
        async with self.news:
            self.news.notify_all()

    async def answer(self, request: web.Request) -> web.Response:
        """Answer one request for a method."""
        method = request.match_info["method"]
        given = await request.json() if request.can_read_body else dict(request.query)
        self.asked.append(method)
        try:
            result = await self._method(request.match_info["token"], method)(self, given)
        except RefusedError as refused:
            shape = {"ok": False, "error_code": refused.code, "description": str(refused)}
            return web.json_response(shape, status=refused.code)
        await self.change()
        return web.json_response({"ok": True, "result": result})

    def _method(self, token: str, name: str) -> Method:
        if token != TOKEN:
            raise RefusedError(401, "Unauthorized")
        if name not in self.methods:
            raise RefusedError(404, "Not Found")
        return _nothing if name in self.absurd else METHODS[name]

    async def deliver(self) -> None:
        """Post updates to the webhook, one after the other, until each was taken."""
        async with aiohttp.ClientSession() as session:
            while True:
                await self.until(lambda: self.webhook and self.updates, 600)
                headers = {"X-Telegram-Bot-Api-Secret-Token": self.webhook["secret_token"]}
                body = json.dumps(self.updates[0])
                async with session.post(self.webhook["url"], data=body, headers=headers) as taken:
                    if taken.ok:
                        del self.updates[0]


async def _nothing(_server: PlainServer, _given: Shape) -> Shape:
    return {}


async def _get_me(_server: PlainServer, _given: Shape) -> Shape:
    return ME


async def _get_updates(server: PlainServer, given: Shape) -> list[Shape]:
    if server.webhook:
        raise RefusedError(409, "Conflict: can't use getUpdates method while webhook is active")
    offset = given.get("offset", 0)
    server.updates = [each for each in server.updates if each["update_id"] >= offset]
    try:
        await server.until(lambda: server.updates, given.get("timeout", 0))
    except TimeoutError:
        return []
    return server.updates[: given.get("limit", 100)]


async def _send_message(server: PlainServer, given: Shape) -> Shape:
    chats = [GROUP] + [each["chat"] for each in server.messages]
    chat = next((each for each in chats if each["id"] == given["chat_id"]), None)
    if chat is None:
        raise RefusedError(400, "Bad Request: chat not found")
    return _written(server.keep(ME, chat, ""), given)


async def _edit_message_text(server: PlainServer, given: Shape) -> Shape:
    for message in server.messages:
        if message["message_id"] == given["message_id"] and message["from"] == ME:
            return _written(message, given)
    raise RefusedError(400, "Bad Request: message to edit not found")


async def _answer_callback_query(server: PlainServer, given: Shape) -> bool:
    server.pop_ups[given["callback_query_id"]] = given.get("text", "")
    return True


async def _set_webhook(server: PlainServer, given: Shape) -> bool:
    server.webhook = given
    return True


async def _delete_webhook(server: PlainServer, _given: Shape) -> bool:
    server.webhook = {}
    return True


async def _get_webhook_info(server: PlainServer, _given: Shape) -> Shape:
    info = {"url": server.webhook.get("url", ""), "has_custom_certificate": False}
    return info | {"pending_update_count": len(server.updates)}


async def _get_chat_administrators(server: PlainServer, _given: Shape) -> list[Shape]:
    return [{"status": "administrator", "user": each} for each in server.administrators]


def _written(message: Shape, given: Shape) -> Shape:
    message["text"] = given["text"]
    message.pop("reply_markup", None)
    return message.__ior__({key: given[key] for key in ("reply_markup",) if key in given})


METHODS: dict[str, Method] = {
    "getMe": _get_me,
    "getUpdates": _get_updates,
    "sendMessage": _send_message,
    "editMessageText": _edit_message_text,
    "answerCallbackQuery": _answer_callback_query,
    "setWebhook": _set_webhook,
    "deleteWebhook": _delete_webhook,
    "getWebhookInfo": _get_webhook_info,
    "getChatAdministrators": _get_chat_administrators,
}
NECESSARY = frozenset(METHODS) - {"getChatAdministrators"}


@asynccontextmanager
async def plain_server(methods: frozenset[str]) -> AsyncIterator[PlainServer]:
    """Serve on a free port until the context ends."""
    server = PlainServer(methods)
    pages = web.Application()
    pages.router.add_route("*", "/bot{token}/{method}", server.answer)
    runner = web.AppRunner(pages, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    delivering = asyncio.create_task(server.deliver())
    try:
        yield server
    finally:
        delivering.cancel()
        await asyncio.wait([delivering])
        await runner.cleanup()
