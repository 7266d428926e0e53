"""A little neighbourhood for tests of the storage: a group, its people, and what they say."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from domain.case import Case
from domain.events import (
    Accepted,
    CaseEvent,
    Entry,
    Judged,
    Opened,
    Rated,
    Reopened,
    Resolved,
    Transferred,
    Words,
)
from domain.kinds import CaseKind, Cause, Line
from storage.affairs import add_group
from storage.evolving import By
from storage.groups import Group
from storage.record import record
from storage.work import Work

NOON = datetime(2026, 11, 2, 4, tzinfo=UTC)
DAY = timedelta(days=1)
RESIDENT, NEIGHBOUR, LEADER = 11, 12, 21
CHAT = -1001


async def a_group(work: Work, chat: int = CHAT, title: str = "和苑一期") -> Group:
    return await add_group(work, chat, title, By(NOON - DAY, LEADER))


def opened(group: Group, words: Words, at: datetime = NOON) -> Entry:
    event = Opened(
        group=group.id,
        kind=CaseKind.ISSUE,
        line=Line.RESIDENTS,
        requester=RESIDENT,
        started_at=at,
        due_at=at + 7 * DAY,
        respond_by=at + DAY,
        words=words,
    )
    return Entry(at, RESIDENT, event)


def by_leader(event: CaseEvent, after: timedelta) -> Entry:
    return Entry(NOON + after, LEADER, event, role_held=True)


def by_resident(event: CaseEvent, after: timedelta) -> Entry:
    return Entry(NOON + after, RESIDENT, event)


async def a_case(work: Work, group: Group, *more: Entry, at: datetime = NOON) -> Case:
    """Open a case, with more happening in the same work."""
    words = await work.texts.seal("3幢2单元电梯坏了")
    return await record(work, None, [opened(group, words, at), *more])


async def resolved(work: Work, after: timedelta, round_: int = 1) -> Entry:
    words = await work.texts.seal("电梯已修好")
    return by_leader(Resolved(words, round_, NOON + after + 7 * DAY), after)


async def a_full_life(work: Work, group: Group, other: Group) -> Case:
    """Tell a case with two rounds of rating, a reopening and a transfer."""
    case = await a_case(work, group)
    entries: Sequence[Entry] = [
        by_leader(Accepted(LEADER), DAY / 24),
        await resolved(work, DAY),
        by_resident(Rated(1, 2), 2 * DAY),
        by_resident(Judged(1, solved=False), 2 * DAY),
        by_resident(Reopened(Cause.NOT_SOLVED, NOON + 5 * DAY), 2 * DAY),
        by_leader(Transferred(other.id), 3 * DAY),
        await resolved(work, 4 * DAY, 2),
        by_resident(Rated(2, 5), 5 * DAY),
    ]
    return await record(work, case.number, entries)
