"""Updates are kept once, in order, and forgotten when they may be."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from storage.database import Database
from storage.inbox import Arrival, Batch
from storage.tables.inbox import InboxState

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)


async def put(database: Database, arrivals: Sequence[Arrival], at: datetime = NOW) -> None:
    async with database.begin() as work:
        await work.inbox.put(Batch(1, at, at, arrivals))


async def waiting(database: Database) -> list[int]:
    async with database.look() as work:
        return [each.chat for each in await work.inbox.waiting()]


async def test_a_batch_waits_in_its_order(database: Database) -> None:
    await put(database, [Arrival(9, -1, "{}"), Arrival(8, -2, "{}"), Arrival(10, -3, "{}")])
    assert await waiting(database) == [-1, -2, -3]


async def test_an_update_is_kept_once_for_each_bot(database: Database) -> None:
    await put(database, [Arrival(9, -1, "{}")])
    await put(database, [Arrival(9, -1, "{}"), Arrival(10, -2, "{}")])
    async with database.begin() as work:
        await work.inbox.put(Batch(2, NOW, NOW, [Arrival(9, -3, "{}")]))
    assert await waiting(database) == [-1, -2, -3]


async def test_an_update_is_finished_once(database: Database) -> None:
    await put(database, [Arrival(9, -1, "{}")])
    async with database.begin() as work:
        (row,) = await work.inbox.waiting()
        assert await work.inbox.finish(row.seq)
        assert not await work.inbox.finish(row.seq)
        assert await work.inbox.waiting() == []


async def test_what_fails_takes_its_mark_back(database: Database) -> None:
    async def fail_after_finishing() -> None:
        async with database.begin() as work:
            (row,) = await work.inbox.waiting()
            await work.inbox.finish(row.seq)
            raise ZeroDivisionError

    await put(database, [Arrival(9, -1, "{}")])
    with pytest.raises(ZeroDivisionError):
        await fail_after_finishing()
    assert await waiting(database) == [-1]


async def test_bodies_without_an_id_are_all_quarantined(database: Database) -> None:
    await put(database, [Arrival(None, 0, '"a"', "no id"), Arrival(None, 0, '"b"', "no id")])
    async with database.look() as work:
        assert [each.reason for each in await work.inbox.quarantined()] == ["no id", "no id"]
    assert await waiting(database) == []


async def test_it_is_drained_when_nothing_older_waits(database: Database) -> None:
    await put(database, [Arrival(9, -1, "{}")])
    async with database.begin() as work:
        assert await work.inbox.drained(NOW - timedelta(seconds=1))
        assert not await work.inbox.drained(NOW)
        (row,) = await work.inbox.waiting()
        await work.inbox.quarantine(row.seq, "why")
        assert await work.inbox.drained(NOW)


async def test_old_ones_are_forgotten_but_their_numbers_not_given_again(
    database: Database,
) -> None:
    await put(database, [Arrival(9, -1, "{}")])
    async with database.begin() as work:
        (old,) = await work.inbox.waiting()
        await work.inbox.finish(old.seq)
        await work.inbox.prune(InboxState.DONE, NOW + timedelta(days=3))
    await put(database, [Arrival(9, -1, "{}")])
    async with database.look() as work:
        (new,) = await work.inbox.waiting(old.seq)
    assert new.seq > old.seq
