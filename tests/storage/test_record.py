"""A case changes in one way only: its events are appended, its row and papers follow."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from typing import Concatenate, ParamSpec

import pytest
from sqlalchemy import select

from domain.case import Case, evolve
from domain.events import Absorbed, Accepted
from domain.kinds import State
from storage.database import Database
from storage.record import record
from storage.tables.ledger import LedgerRow
from storage.work import Work
from tests.storage.telling import (
    CHAT,
    DAY,
    LEADER,
    NEIGHBOUR,
    NOON,
    RESIDENT,
    a_case,
    a_full_life,
    a_group,
    by_leader,
    resolved,
)

Told = ParamSpec("Told")


class LeftHalfWay(Exception):  # noqa: N818 - it names what happened
    """The work ends before its commit."""


async def leave_half_way(
    database: Database,
    do: Callable[Concatenate[Work, Told], Awaitable[Case]],
    *told: Told.args,
    **more: Told.kwargs,
) -> None:
    """Do something in a work that then fails."""
    with suppress(LeftHalfWay):
        async with database.begin() as work:
            await do(work, *told, **more)
            raise LeftHalfWay


async def test_what_is_recorded_reads_back_field_by_field(database: Database) -> None:
    async with database.begin() as work:
        told = await a_full_life(work, await a_group(work), await a_group(work, CHAT - 1))
    async with database.look() as work:
        assert await work.cases.get(told.number) == told


async def test_the_row_is_what_the_story_comes_to(database: Database) -> None:
    async with database.begin() as work:
        told = await a_full_life(work, await a_group(work), await a_group(work, CHAT - 1))
    async with database.look() as work:
        story = await work.stories.one(told.number)
    assert story is not None
    case: Case | None = None
    for entry in story.entries:
        case = evolve(case, told.number, entry)
    assert case == told


async def test_numbers_follow_each_other_and_a_rolled_back_one_is_given_again(
    database: Database,
) -> None:
    async with database.begin() as work:
        group = await a_group(work)
        assert [(await a_case(work, group)).number for _ in range(2)] == [1, 2]
    await leave_half_way(database, a_case, group)
    async with database.begin() as work:
        assert (await a_case(work, group)).number == 3


async def test_cases_opened_at_once_all_get_their_own_number(database: Database) -> None:
    async with database.begin() as work:
        group = await a_group(work)

    async def one() -> int:
        async with database.begin() as work:
            return (await a_case(work, group)).number

    assert sorted(await asyncio.gather(*(one() for _ in range(8)))) == list(range(1, 9))


async def test_every_requester_gets_a_paper_and_its_ballot(database: Database) -> None:
    async with database.begin() as work:
        case = await a_case(work, await a_group(work))
        joined = by_leader(Absorbed(9, NEIGHBOUR, NOON, NOON + DAY), timedelta(hours=1))
        await record(work, case.number, [joined, await resolved(work, DAY)])
        papers = await work.cases.papers(case.number)
        assert await work.cases.of_requester(NEIGHBOUR) == await work.cases.of_requester(RESIDENT)
    assert [paper.requester for paper in papers] == [RESIDENT, NEIGHBOUR]


async def test_a_second_round_ends_the_first_paper(database: Database) -> None:
    async with database.begin() as work:
        case = await a_full_life(work, await a_group(work), await a_group(work, CHAT - 1))
        first, second = await work.cases.papers(case.number)
    assert (first.score, first.solved, first.closes_at) == (2, False, NOON + 4 * DAY)
    assert (second.score, second.closes_at) == (5, NOON + 11 * DAY)


async def test_a_case_goes_on_in_the_chain_of_the_group_it_is_in(database: Database) -> None:
    async with database.begin() as work:
        old, new = await a_group(work), await a_group(work, CHAT - 1)
        case = await a_full_life(work, old, new)
        assert case.group == new.id
        assert await work.cases.open_of(old.id) == ()
        query = select(LedgerRow.chain).where(LedgerRow.case == case.number)
        chains = (await work.connection.scalars(query.order_by(LedgerRow.step))).all()
    moved = chains.index(f"group:{new.id}")
    assert set(chains[:moved]) == {f"group:{old.id}"}
    assert set(chains[moved:]) == {f"group:{new.id}"}


async def test_an_unknown_case_is_not_moved(database: Database) -> None:
    async with database.begin() as work:
        with pytest.raises(LookupError, match="no case 7"):
            await record(work, 7, [by_leader(Accepted(LEADER), DAY)])


async def test_nothing_that_fails_half_way_is_kept(database: Database) -> None:
    async with database.begin() as work:
        case = await a_case(work, await a_group(work))
    await leave_half_way(database, record, case.number, [by_leader(Accepted(LEADER), DAY)])
    async with database.look() as work:
        kept = await work.cases.get(case.number)
    assert kept is not None
    assert kept.state is State.NEW
