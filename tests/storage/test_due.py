"""What is due is done once, in its order, by whoever claims it first."""

import asyncio
from contextlib import suppress

from storage.database import Database
from storage.due import Due
from tests.storage.telling import DAY, NOON


async def test_what_is_due_comes_in_order_and_once(database: Database) -> None:
    async with database.begin() as work:
        await work.due.schedule("remind", "2", NOON)
        await work.due.schedule("remind", "1", NOON - DAY)
        await work.due.schedule("close", "1", NOON + DAY)
        claimed = [await work.due.claim(NOON) for _ in range(3)]
        assert await work.due.next_moment() == NOON + DAY
    assert claimed == [Due("remind", "1", NOON - DAY), Due("remind", "2", NOON), None]


async def test_a_claim_that_is_rolled_back_comes_again(database: Database) -> None:
    async with database.begin() as work:
        await work.due.schedule("remind", "1", NOON)
    async with database.look() as work:
        assert await work.due.next_moment() == NOON
    with suppress(asyncio.TimeoutError):
        async with database.begin() as work:
            assert await work.due.claim(NOON) is not None
            raise TimeoutError
    async with database.begin() as work:
        assert await work.due.claim(NOON) is not None


async def test_claims_at_once_never_share_a_thing(database: Database) -> None:
    async with database.begin() as work:
        for subject in range(10):
            await work.due.schedule("remind", str(subject), NOON)

    async def claim() -> str | None:
        async with database.begin() as work:
            due = await work.due.claim(NOON)
            return due.subject if due else None

    claimed = await asyncio.gather(*(claim() for _ in range(10)))
    assert sorted(str(subject) for subject in claimed) == [str(one) for one in range(10)]


async def test_a_thing_that_waits_can_be_moved_and_cancelled(database: Database) -> None:
    async with database.begin() as work:
        await work.due.schedule("remind", "1", NOON)
        await work.due.schedule("remind", "1", NOON + DAY)
        assert await work.due.claim(NOON) is None
        await work.due.cancel("remind", "1")
        assert await work.due.next_moment() is None


async def test_a_thing_done_comes_again_only_where_that_is_meant(database: Database) -> None:
    async with database.begin() as work:
        for kind in ("remind", "weekly"):
            await work.due.schedule(kind, "1", NOON)
            assert await work.due.claim(NOON) is not None
        await work.due.schedule_once("weekly", "1", NOON)
        await work.due.schedule("remind", "1", NOON)
        assert await work.due.claim(NOON) == Due("remind", "1", NOON)
        assert await work.due.claim(NOON) is None


async def test_what_is_done_is_cleared_away_later(database: Database) -> None:
    async with database.begin() as work:
        await work.due.schedule("weekly", "1", NOON)
        assert await work.due.claim(NOON) is not None
        await work.due.forget_done(NOON + DAY)
        await work.due.schedule_once("weekly", "1", NOON)
        assert await work.due.claim(NOON) is not None
