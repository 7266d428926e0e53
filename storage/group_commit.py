"""Many small pieces of work in few transactions: what waits for one commit shares the next."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from storage.database import Database
from storage.failures import DatabaseUnusable
from storage.work import Work

T = TypeVar("T")
# Enough to share the cost of reaching the disk, few enough that nobody waits long for the others.
MOST = 64


@dataclass(frozen=True, slots=True)
class _Piece:
    act: Callable[[Work], Awaitable[Any]]
    outcome: asyncio.Future[Any]


class GroupCommit:
    """Runs pieces of work one after another, each wholly committed, or rolled back, on return.

    When one of a group fails, the group is rolled back and each is done again by itself; so a piece
    must change nothing but the records of its unit of work.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: list[_Piece] = []
        self._committing: asyncio.Task[None] | None = None

    async def run(self, act: Callable[[Work], Awaitable[T]]) -> T:
        """Do one piece; returns after its commit, raises what it raised or the database did."""
        outcome: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Piece(act, outcome))
        if self._committing is None:
            self._committing = asyncio.create_task(self._commit_all())
        return await outcome

    async def idle(self) -> None:
        """Wait until nothing is being committed."""
        while self._committing is not None:
            await asyncio.wait([self._committing])

    async def _commit_all(self) -> None:
        try:
            while self._waiting:
                group, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
                await self._commit(group)
        finally:
            self._committing = None

    async def _commit(self, group: list[_Piece]) -> None:
        try:
            results = await self._together(group)
        except Exception as error:  # noqa: BLE001 - it is handed to whoever asked for the work
            await self._apart(group, error)
            return
        for piece, result in zip(group, results, strict=True):
            if not piece.outcome.done():
                piece.outcome.set_result(result)

    async def _together(self, group: list[_Piece]) -> list[Any]:
        async with self._database.begin() as work:
            return [await piece.act(work) for piece in group]

    async def _apart(self, group: list[_Piece], error: Exception) -> None:
        # A failing database fails each of them alike; a piece's own error is worth a second go.
        if len(group) > 1 and not isinstance(error, DatabaseUnusable):
            for piece in group:
                await self._commit([piece])
            return
        for piece in group:
            if not piece.outcome.done():
                piece.outcome.set_exception(error)
