"""Only what answers as the Bot API does tells the time, in whatever form it writes its date."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.bot_api import Address, BotApi, Unanswered
from sandbox.listener import Listener

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
HEADER = "Mon, 02 Nov 2026 12:00:00 GMT"
ANSWER = b'{"ok": true, "result": []}'


@asynccontextmanager
async def answered_by(
    body: bytes, headers: dict[str, str], heard: list[datetime]
) -> AsyncIterator[BotApi]:
    """Let every call be answered so."""

    async def answer(_request: Request) -> Response:
        return Response(body, headers=headers)

    app = Starlette(routes=[Route("/{path:path}", answer, methods=["POST"])])
    listener = Listener(app, 0)
    async with (
        listener.serving(),
        BotApi(Address(listener.url, "1:token"), heard.append) as api,
    ):
        yield api


@pytest.mark.parametrize(
    ("header", "date"),
    [
        (HEADER, NOON),
        ("Mon, 02 Nov 2026 20:00:00 +0800", NOON),
        ("Mon, 02 Nov 2026 12:00:00 -0000", NOON),
        ("yesterday", None),
        ("", None),
    ],
)
async def test_an_answers_date_is_heard(header: str, date: datetime | None) -> None:
    heard: list[datetime] = []
    async with answered_by(ANSWER, {"Date": header}, heard) as api:
        answer = await api.call("getUpdates", {})
    assert answer.date == date
    assert heard == [date] * (date is not None)


async def test_an_answer_without_a_date_tells_no_time() -> None:
    heard: list[datetime] = []
    async with answered_by(ANSWER, {}, heard) as api:
        assert (await api.call("getUpdates", {})).date is None
    assert heard == []


@pytest.mark.parametrize("body", [b"<html>Please log in to this network</html>", b"{}", b"[]"])
async def test_what_is_no_bot_api_has_no_say_in_the_time(body: bytes) -> None:
    heard: list[datetime] = []
    async with answered_by(body, {"Date": HEADER}, heard) as api:
        with pytest.raises(Unanswered):
            await api.call("getUpdates", {})
    assert heard == []
