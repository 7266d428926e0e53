"""What waits together is committed together, and a failing piece takes no other with it."""

import asyncio
from functools import partial

import pytest

from storage.database import Database
from storage.failures import DatabaseUnusable
from storage.group_commit import GroupCommit
from storage.work import Work


async def keep(work: Work, key: str) -> str:
    await work.memory.keep(key, "kept")
    return key


async def broken(work: Work) -> str:
    await work.memory.keep("broken", "kept")
    raise ZeroDivisionError


async def kept(database: Database, key: str) -> bool:
    async with database.look() as work:
        return await work.memory.recall(key) is not None


async def test_each_gets_its_own_result(database: Database) -> None:
    commits = GroupCommit(database)
    keys = [str(n) for n in range(200)]
    results = await asyncio.gather(*(commits.run(partial(keep, key=key)) for key in keys))
    assert results == keys
    assert await kept(database, "199")


async def test_they_share_transactions(database: Database) -> None:
    commits = GroupCommit(database)
    works: list[Work] = []

    async def note(work: Work) -> None:
        works.append(work)

    await asyncio.gather(*(commits.run(note) for _ in range(30)))
    assert len(set(map(id, works))) <= 2


async def test_a_failing_piece_fails_alone(database: Database) -> None:
    commits = GroupCommit(database)
    before, failed, after = await asyncio.gather(
        commits.run(lambda work: keep(work, "before")),
        commits.run(broken),
        commits.run(lambda work: keep(work, "after")),
        return_exceptions=True,
    )
    assert (before, after) == ("before", "after")
    assert isinstance(failed, ZeroDivisionError)
    assert await kept(database, "before")
    assert await kept(database, "after")
    assert not await kept(database, "broken")


async def test_a_failing_database_fails_each(database: Database) -> None:
    commits = GroupCommit(database)
    tried = 0

    async def unusable(_work: Work) -> None:
        nonlocal tried
        tried += 1
        raise DatabaseUnusable("the disk is full")

    outcomes = await asyncio.gather(
        *(commits.run(unusable) for _ in range(3)), return_exceptions=True
    )
    assert all(isinstance(each, DatabaseUnusable) for each in outcomes)
    assert tried == 1


async def test_who_gives_up_waiting_does_not_stop_the_others(database: Database) -> None:
    commits = GroupCommit(database)
    impatient = asyncio.create_task(commits.run(lambda work: keep(work, "impatient")))
    patient = asyncio.create_task(commits.run(lambda work: keep(work, "patient")))
    await asyncio.sleep(0)
    impatient.cancel()
    assert await patient == "patient"
    with pytest.raises(asyncio.CancelledError):
        await impatient
    await commits.idle()
