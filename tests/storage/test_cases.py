"""Cases are found by group, people, deadline and filter; stories by what can matter to a period."""

from collections.abc import Collection

import pytest

from domain.delivery import Purpose
from domain.events import Accepted, Transferred
from domain.kinds import CaseKind, Level, State
from domain.roles import Scope, ScopeKind
from storage.affairs import freeze
from storage.cases import Filter
from storage.database import Database
from storage.evolving import By
from storage.memory import Refusal
from storage.posts import Bound
from storage.record import record
from storage.snapshots import Snapshot
from storage.stories import Span
from storage.work import Work
from tests.storage.telling import (
    CHAT,
    DAY,
    LEADER,
    NOON,
    RESIDENT,
    a_case,
    a_group,
    by_leader,
    resolved,
)


async def test_open_and_overdue_cases_of_a_group(database: Database) -> None:
    async with database.begin() as work:
        group = await a_group(work)
        late = await a_case(work, group, at=NOON - 10 * DAY)
        fresh = await a_case(work, group)
        await a_case(work, group, await resolved(work, DAY))
        assert await work.cases.open_of(group.id) == (late, fresh)
        assert await work.cases.overdue(group.id, NOON) == (late,)


async def test_cases_of_who_asked_and_who_handles(database: Database) -> None:
    async with database.begin() as work:
        group = await a_group(work)
        mine = await a_case(work, group, by_leader(Accepted(LEADER), DAY))
        other = await a_case(work, group)
        assert await work.cases.of_handler(LEADER) == (mine,)
        assert await work.cases.of_requester(RESIDENT) == (mine, other)
        assert await work.cases.of_requester(LEADER) == ()


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), [3, 2, 1]),
        (Filter(groups=frozenset({1})), [2, 1]),
        (Filter(states=frozenset({State.ACCEPTED})), [2]),
        (Filter(kind=CaseKind.DEMAND), []),
        (Filter(category="lift"), []),
        (Filter(urgent=False, level=Level.GROUP), [3, 2, 1]),
        (Filter(requester=RESIDENT, handler=LEADER), [2]),
        (Filter(overdue_at=NOON), [1]),
    ],
)
async def test_a_filter_narrows(database: Database, wanted: Filter, found: list[int]) -> None:
    async with database.begin() as work:
        await three_cases(work)
        cases = await work.cases.search(wanted)
    assert [case.number for case in cases] == found


async def three_cases(work: Work) -> None:
    first, second = await a_group(work), await a_group(work, CHAT - 1)
    await a_case(work, first, at=NOON - 10 * DAY)
    await a_case(work, first, by_leader(Accepted(LEADER), DAY))
    await a_case(work, second)


async def test_pages_follow_each_other(database: Database) -> None:
    async with database.begin() as work:
        await three_cases(work)
        first = await work.cases.search(Filter(), limit=2)
        second = await work.cases.search(Filter(), before=first[-1].number, limit=2)
    assert [case.number for case in first + second] == [3, 2, 1]


async def numbers(work: Work, span: Span, groups: Collection[int]) -> list[int]:
    return [story.number for story in await work.stories.touching(span, groups)]


async def test_only_what_can_matter_to_a_period_is_read(database: Database) -> None:
    year = 365 * DAY
    async with database.begin() as work:
        group = await a_group(work)
        settled = await a_case(work, group, at=NOON - year)
        done = await resolved(work, -year + DAY)
        await record(work, settled.number, [done])
        still_open = await a_case(work, group, at=NOON - year)
        fresh = await a_case(work, group)
        this_week = Span(NOON - DAY, NOON + 6 * DAY, NOON + 6 * DAY)
        that_year = Span(NOON - year, NOON - year + 8 * DAY, NOON)
        assert await numbers(work, this_week, [group.id]) == [still_open.number, fresh.number]
        assert settled.number in await numbers(work, that_year, [group.id])
        assert await numbers(work, that_year, [group.id + 1]) == []


async def test_a_case_that_left_a_group_still_belongs_to_its_stories(database: Database) -> None:
    async with database.begin() as work:
        old, new = await a_group(work), await a_group(work, CHAT - 1)
        case = await a_case(work, old, by_leader(Transferred(new.id), DAY))
        span = Span(NOON - DAY, NOON + 6 * DAY, NOON + 6 * DAY)
        for group in (old, new):
            assert await numbers(work, span, [group.id]) == [case.number]


async def test_messages_lead_to_their_case(database: Database) -> None:
    async with database.begin() as work:
        await work.posts.bind(CHAT, 5, 1, Purpose.CARD)
        await work.posts.bind(CHAT, 4, 1, None)
        assert await work.posts.case_of(CHAT, 5) == 1
        assert await work.posts.case_of(CHAT, 6) is None
        assert await work.posts.find(CHAT, 4) == Bound(CHAT, 4, 1, None)
        assert await work.posts.of_case(1, Purpose.CARD) == (Bound(CHAT, 5, 1, Purpose.CARD),)
        assert await work.posts.of_case(1, None) == (Bound(CHAT, 4, 1, None),)


async def test_equal_words_get_different_digests_and_read_back(database: Database) -> None:
    async with database.begin() as work:
        one, two = await work.texts.seal("灯坏了"), await work.texts.seal("灯坏了")
        assert one.digest != two.digest
        await work.texts.erase(one.digest)
        assert await work.texts.read([one.digest, two.digest]) == {two.digest: "灯坏了"}


async def test_refusals_are_listed_by_day(database: Database) -> None:
    refusals = [Refusal(NOON + day * DAY, CHAT, RESIDENT, "rate", 1) for day in (0, 0, 1)]
    async with database.begin() as work:
        for refusal in refusals:
            await work.refusals.note(refusal)
        assert await work.refusals.listing(NOON, NOON + DAY) == tuple(refusals[:2])


async def test_a_frozen_period_reads_back_with_its_restatement(database: Database) -> None:
    scope = Scope(ScopeKind.DEPLOYMENT, 0)
    draft = Snapshot(scope, NOON, NOON + 7 * DAY, NOON + 14 * DAY, "v1", "{}", "{}")
    async with database.begin() as work:
        first = await freeze(work, draft, By(NOON))
        again = Snapshot(
            scope, NOON, NOON + 7 * DAY, NOON + 20 * DAY, "v1", '{"due":1}', "{}", first.id
        )
        second = await freeze(work, again, By(NOON))
        assert await work.snapshots.of_period(scope, NOON, NOON + 7 * DAY) == (first, second)
        assert await work.ledger.head(scope) in (await work.ledger.heads([scope])).values()
