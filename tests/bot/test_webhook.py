"""What Telegram delivers is durable before it is acknowledged; forged calls are refused."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO

import aiohttp
import pytest
from starlette.applications import Starlette
from starlette.types import Message

from bot.bot_api import BotApi
from bot.clock import Clock
from bot.json_text import read_json
from bot.telegram_in.heartbeat import Heartbeat
from bot.telegram_in.polling import Hall
from bot.telegram_in.webhook import LARGEST_BODY, PATH, SECRET_HEADER, Webhook, register
from bot.web_server import serving
from storage.database import Database
from tests.bot.full_disk import LONG, full_disk
from tests.bot.intake import Intake
from tests.bot.stage import Stage
from tests.bot.test_workers import said

SECRET = "a-secret-of-these-tests"


@dataclass
class Door:
    """The webhook as it is reached from outside."""

    url: str

    async def knock(self, body: str, secret: str | None = SECRET) -> int:
        """Deliver a body; return the answer's status."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret is not None else {}
        async with (
            aiohttp.ClientSession() as session,
            session.post(
                f"{self.url}{PATH}", data=BytesIO(body.encode()), headers=headers
            ) as response,
        ):
            return response.status


@asynccontextmanager
async def opened(webhook: Webhook) -> AsyncIterator[Door]:
    async with serving(Starlette(routes=[webhook.route]), "127.0.0.1", 0) as port:
        yield Door(f"http://127.0.0.1:{port}")


def nobody() -> None:
    """Tell nobody."""


async def nothing() -> None:
    """Wait for nobody."""


@pytest.fixture
async def door(intake: Intake, clock: Clock) -> AsyncIterator[Door]:
    async with intake.working() as workers:
        await intake.reception.recall()
        hall = Hall(intake.reception, workers.room, workers.wake)
        async with opened(Webhook(SECRET, clock, hall)) as door:
            yield door


async def test_a_delivered_update_is_handled(
    stage: Stage, intake: Intake, door: Door, api: BotApi
) -> None:
    await register(api, door.url, SECRET)
    stage.sandbox.say(stage.mei, stage.group, "#问题 1")
    stage.sandbox.say(stage.mei, stage.group, "#问题 2")
    await intake.until("#问题 1", "#问题 2")


async def test_it_is_durable_before_it_is_acknowledged(
    intake: Intake, clock: Clock, database: Database
) -> None:
    async with opened(Webhook(SECRET, clock, Hall(intake.reception, nothing, nobody))) as door:
        assert await door.knock(said(1, -10, "#问题").raw) == 200
    async with database.look() as work:
        assert [each.chat for each in await work.inbox.waiting()] == [-10]


async def test_a_full_disk_is_not_acknowledged(
    intake: Intake, clock: Clock, sqlite: Database
) -> None:
    async with opened(Webhook(SECRET, clock, Hall(intake.reception, nothing, nobody))) as door:
        async with full_disk(sqlite):
            assert await door.knock(said(1, -10, LONG).raw) == 503
        assert await door.knock(said(1, -10, LONG).raw) == 200


async def test_one_delivered_twice_is_handled_once(intake: Intake, door: Door) -> None:
    for number in (1, 1, 2):
        assert await door.knock(said(number, -10, f"#问题 {number}").raw) == 200
    await intake.until("#问题 1", "#问题 2")


@pytest.mark.parametrize("secret", [None, "", "another-secret-altogether", SECRET + "x"])
async def test_a_wrong_secret_is_refused(door: Door, intake: Intake, secret: str | None) -> None:
    assert await door.knock(said(1, -10, "#问题 forged").raw, secret) == 403
    assert await door.knock(said(2, -10, "#问题 real").raw) == 200
    await intake.until("#问题 real")


@pytest.mark.parametrize(
    "body",
    [
        "",
        "no json",
        "[]",
        "5",
        "null",
        '{"update_id": "x", "callback_query": {}}',
        '{"message": {"text": "#"}}',
    ],
)
async def test_what_cannot_be_read_is_acknowledged_and_quarantined(
    door: Door, intake: Intake, database: Database, body: str
) -> None:
    assert await door.knock(body) == 200
    assert await door.knock(said(2, -10, "#问题 next").raw) == 200
    await intake.until("#问题 next")
    async with database.look() as work:
        assert len(await work.inbox.quarantined()) == 1


async def test_an_endless_body_is_not_read_to_its_end(door: Door) -> None:
    assert await door.knock("x" * LARGEST_BODY + "x") == 413


async def test_what_is_cut_off_on_its_way_is_not_kept(
    intake: Intake, clock: Clock, database: Database
) -> None:
    webhook = Webhook(SECRET, clock, Hall(intake.reception, nothing, nobody))
    half = said(1, -10, "#问题").raw[:20].encode()
    brought: Iterator[Message] = iter(
        [
            {"type": "http.request", "body": half, "more_body": True},
            {"type": "http.disconnect"},
        ]
    )
    answers: list[Message] = []

    async def receive() -> Message:
        return next(brought)

    async def send(message: Message) -> None:
        answers.append(message)

    await webhook({"type": "http", "headers": [(SECRET_HEADER, SECRET.encode())]}, receive, send)
    assert answers[0]["status"] != 200
    async with database.look() as work:
        assert await work.inbox.waiting() == []
        assert await work.inbox.quarantined() == []


async def test_many_at_once_are_all_kept(door: Door, intake: Intake) -> None:
    deliveries = (door.knock(said(n, -n, f"#问题 {n}").raw) for n in range(1, 61))
    assert set(await asyncio.gather(*deliveries)) == {200}
    await intake.until_handled(60)
    assert len(set(intake.texts)) == 60


async def test_the_heartbeat_tells_when_all_has_come_in(
    stage: Stage, intake: Intake, door: Door, api: BotApi
) -> None:
    await register(api, door.url, SECRET)
    await intake.until_handled(1)
    clock = Clock()
    heartbeat = Heartbeat(api, clock, intake.reception)
    await heartbeat.beat()
    first = intake.reception.caught_up_at
    stage.sandbox.clock.advance(timedelta(days=1))
    end = stage.sandbox.clock.now() - timedelta(hours=1)
    await heartbeat.beat()
    second = intake.reception.caught_up_at
    assert first is not None
    assert second is not None
    assert first < end < second


async def test_a_delivery_does_not_undo_what_the_heartbeat_told_meanwhile(
    intake: Intake, clock: Clock
) -> None:
    reception, now = intake.reception, clock.now()
    await reception.take([], now, all_there_is=True)
    await asyncio.gather(
        reception.take([read_json(said(1, -10, "#问题").raw)], now, all_there_is=False),
        reception.take([], now + timedelta(seconds=1), all_there_is=True),
    )
    assert reception.caught_up_at == now + timedelta(seconds=1)
