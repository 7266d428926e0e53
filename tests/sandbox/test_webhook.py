"""Updates posted to a webhook: secret, order, retries, last error."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.listener import Listener
from tests.sandbox.neighbourhood import Client, Neighbourhood


class Receiver:
    """A bot's web server that answers with the next of some codes, then 200."""

    def __init__(self, *codes: int) -> None:
        self.codes = list(codes)
        self.bodies: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.second = asyncio.Event()
        self.gate = asyncio.Event()
        self.gate.set()

    @property
    def texts(self) -> list[str]:
        """The texts of the posted messages."""
        return [body["message"]["text"] for body in self.bodies]

    async def take(self, request: Request) -> Response:
        """Take one update."""
        self.bodies.append(await request.json())
        self.secrets.append(request.headers.get("x-telegram-bot-api-secret-token"))
        if len(self.bodies) == 2:
            self.second.set()
        await self.gate.wait()
        return Response(status_code=self.codes.pop(0) if self.codes else 200)


@asynccontextmanager
async def listening(receiver: Receiver) -> AsyncIterator[str]:
    """Serve a receiver, and give the address of its webhook."""
    application = Starlette(routes=[Route("/hook", receiver.take, methods=["POST"])])
    listener = Listener(application, 0)
    async with listener.serving():
        yield f"{listener.url}/hook"


def pending(place: Neighbourhood) -> int:
    """Return how many updates wait for the bot."""
    return len(place.sandbox.world.desk(place.bot).feed.waiting(place.sandbox.clock.timestamp()))


async def test_updates_are_posted_with_the_secret(client: Client, place: Neighbourhood) -> None:
    receiver = Receiver()
    async with listening(receiver) as url:
        await client.call("setWebhook", url=url, secret_token="s3-cret", drop_pending_updates=True)
        place.sandbox.say(place.mei, place.group, "a")
        place.sandbox.say(place.mei, place.group, "b")
        await place.sandbox.until(lambda: not pending(place))
        await client.call("deleteWebhook")
    assert receiver.texts == ["a", "b"]
    assert receiver.secrets == ["s3-cret"] * 2


async def test_a_refused_update_comes_again_before_the_next(
    client: Client, place: Neighbourhood
) -> None:
    receiver = Receiver(500, 503)
    async with listening(receiver) as url:
        await client.call("setWebhook", url=url, drop_pending_updates=True)
        place.sandbox.say(place.mei, place.group, "a")
        place.sandbox.say(place.mei, place.group, "b")
        webhook = place.sandbox.world.desk(place.bot).webhook
        await place.sandbox.until(lambda: "500" in webhook.last_error)
        place.sandbox.clock.advance(timedelta(seconds=1))
        await place.sandbox.until(lambda: "503" in webhook.last_error)
        info = await client.call("getWebhookInfo")
        place.sandbox.clock.advance(timedelta(seconds=2))
        await place.sandbox.until(lambda: not pending(place))
        await client.call("deleteWebhook")
    assert receiver.texts == ["a", "a", "a", "b"]
    assert info["last_error_message"] == (
        "Wrong response from the webhook: 503 Service Unavailable"
    )
    assert (info["url"], info["pending_update_count"]) == (url, 2)
    assert info["max_connections"] == 40


async def test_one_chat_does_not_hold_up_another(client: Client, place: Neighbourhood) -> None:
    receiver = Receiver()
    receiver.gate.clear()
    other = place.sandbox.add_group("翠苑四区", place.li)
    place.sandbox.add_member(other, place.bot)
    async with listening(receiver) as url:
        await client.call("setWebhook", url=url, max_connections=2, drop_pending_updates=True)
        place.sandbox.say(place.li, place.group, "a1")
        place.sandbox.say(place.li, place.group, "a2")
        place.sandbox.say(place.li, other, "b1")
        async with asyncio.timeout(5):
            await receiver.second.wait()
        assert sorted(receiver.texts) == ["a1", "b1"]
        receiver.gate.set()
        await place.sandbox.until(lambda: not pending(place))
        await client.call("deleteWebhook")
    assert sorted(receiver.texts) == ["a1", "a2", "b1"]


async def test_nobody_at_home_is_told(client: Client, place: Neighbourhood) -> None:
    await client.call("setWebhook", url="http://127.0.0.1:1/hook")
    webhook = place.sandbox.world.desk(place.bot).webhook
    await place.sandbox.until(lambda: webhook.last_error)
    info = await client.call("getWebhookInfo")
    assert info["last_error_message"] == "Connection refused"
    assert info["pending_update_count"] == 2


async def test_addresses_and_secrets_are_checked(client: Client, place: Neighbourhood) -> None:
    assert place.bot.id
    plain = await client.refusal("setWebhook", url="http://example.org/hook")
    assert plain == "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
    secret = await client.refusal("setWebhook", url="https://example.org", secret_token="a b")
    assert secret == "Bad Request: secret token contains unallowed characters"
    assert (await client.call("getWebhookInfo"))["url"] == ""
