"""What a killed process leaves in its database, read before the next one starts."""

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sqlalchemy import select

from domain.case import Case
from storage.database import Database
from storage.outbox import Concern
from storage.tables.cases import CaseRow
from storage.tables.inbox import InboxRow, InboxState
from storage.tables.messages import PostRow
from storage.tables.outbox import OutboxRow, OutboxState
from storage.work import Work
from tests.endurance.crowd import Origin


@dataclass(frozen=True, slots=True)
class Books:
    """Everything the reckoning needs: cases, where each came from, and what may stand twice."""

    cases: dict[int, Case]
    steps: dict[int, int]
    origins: dict[Origin, int]
    doubtful: list[Concern]
    waiting_updates: int
    waiting_messages: int


class Traces:
    """Looks into a database that nobody has open."""

    def __init__(self, url: str) -> None:
        self._url = url

    async def unhandled(self, updates: Collection[int]) -> tuple[int, int]:
        """Count those of these updates that are not in the inbox, and those that wait in it."""
        async with self._work() as work:
            query = select(InboxRow.update_id, InboxRow.state)
            wanted = query.where(InboxRow.update_id.in_(updates))
            states = [state for _, state in await work.connection.execute(wanted)]
        return len(updates) - len(states), states.count(InboxState.WAITING)

    async def sending_to(self, chat: int) -> int:
        """Count the messages to a chat that were being sent."""
        async with self._work() as work:
            query = select(OutboxRow.id).where(
                OutboxRow.chat == chat, OutboxRow.state == OutboxState.SENDING
            )
            return len((await work.connection.scalars(query)).all())

    async def books(self) -> Books:
        """Read what there is at the end."""
        async with self._work() as work:
            rows = await work.connection.execute(select(CaseRow.number, CaseRow.steps))
            steps = {number: step for number, step in rows}  # noqa: C416 - rows are no plain pairs
            return Books(
                cases={number: await _case(work, number) for number in steps},
                steps=steps,
                origins=await _origins(work),
                doubtful=await work.outbox.in_doubt(),
                waiting_updates=len(await work.inbox.waiting()),
                waiting_messages=await work.outbox.waiting(),
            )

    @asynccontextmanager
    async def _work(self) -> AsyncIterator[Work]:
        database = await Database.open(self._url)
        try:
            async with database.look() as work:
                yield work
        finally:
            await database.close()


async def _origins(work: Work) -> dict[Origin, int]:
    query = select(PostRow.chat, PostRow.message, PostRow.case).where(PostRow.purpose.is_(None))
    rows = await work.connection.execute(query)
    return {(chat, message): case for chat, message, case in rows if case is not None}


async def _case(work: Work, number: int) -> Case:
    case = await work.cases.get(number)
    if case is None:
        raise LookupError(f"there is no case {number}")
    return case
