"""The whole program as a process: a week on two estates, asked for and delivered to."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sandbox import Message
from storage.database import Database
from tests.running.estate import MONDAY, Estate, Town, estate_in
from tests.running.process import Operator
from tests.running.words import EN, ZH

SECRET = "tests-deliver-with-this-secret"
FIGURES = ("figures", "--json", "--period", "2026-W46", "--now", "2026-11-15T20:00")


@pytest.fixture(params=["polling", "webhook"])
def owned(
    request: pytest.FixtureRequest, operator: Operator, database_url: str, free_port: int
) -> Operator:
    """Give the operator a database, and for webhooks an address."""
    with_database = operator.having(DATABASE_URL=database_url)
    if request.param == "polling":
        return with_database
    return with_database.having(
        WEBHOOK_URL=f"http://127.0.0.1:{free_port}",
        WEBHOOK_SECRET=SECRET,
        WEB_PORT=str(free_port),
    )


async def test_a_week_from_the_first_greeting_to_the_summary(
    owned: Operator, town: Town, database_url: str
) -> None:
    estates = [estate_in(town, words) for words in (ZH, EN)]
    async with owned.running() as gridward:
        asked = await asyncio.gather(*(_settled(each, database_url) for each in estates))
        await _only_requesters_rate(owned, list(zip(estates, asked, strict=True)))
        await asyncio.gather(*(each.ask_for_figures() for each in estates))
        town.sandbox.clock.set(MONDAY + timedelta(days=7, hours=1))
        told = await asyncio.gather(*(each.hears_of_the_week() for each in estates))
        assert (await gridward.stop()).code == 0
    async with owned.running() as again:
        await asyncio.gather(*(_asked_for_overdue(each) for each in estates))
        assert [town.spoken(each.group, each.words.weekly) for each in estates] == [
            [summary] for summary in told
        ]
        assert (await again.stop()).code == 0


async def _settled(estate: Estate, database_url: str) -> Message:
    await estate.settle_in()
    await estate.report_by_tag()
    said, card = await estate.report_by_leader()
    await _is_the_residents(estate, said, card, database_url)
    return await estate.handle(card)


async def _is_the_residents(
    estate: Estate, said: Message, card: Message, database_url: str
) -> None:
    database = await Database.open(database_url)
    async with database.look() as work:
        case = await work.cases.get(int(estate.number(card).removeprefix("№")))
    await database.close()
    assert case is not None
    assert (case.requester, case.tagger) == (estate.chen.id, estate.leader.id)
    assert case.started_at == datetime.fromtimestamp(said.date, UTC)


async def _only_requesters_rate(operator: Operator, asked: list[tuple[Estate, Message]]) -> None:
    before = await _figures(operator)
    for estate, request in asked:
        refused = await estate.town.tap(estate.leader, request, estate.words.best)
        assert estate.words.only_requester in refused
    assert await _figures(operator) == before
    await asyncio.gather(*(estate.rate(request) for estate, request in asked))
    assert await _figures(operator) != before


async def _figures(operator: Operator) -> Any:
    told = await operator.ask(*FIGURES)
    assert told.code == 0, told.err
    return json.loads(told.out)


async def _asked_for_overdue(estate: Estate) -> Message:
    said = estate.town.sandbox.say(estate.leader, estate.group, estate.words.overdue)
    return await estate.answered(said)
