"""Numbers given out one after the other, without gaps and never twice."""

from sqlalchemy import bindparam, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.hot import run
from storage.tables.memory import CounterRow
from storage.upsert import upsert

_NEXT = (
    update(CounterRow)
    .where(CounterRow.name == bindparam("counter"))
    .values(value=CounterRow.value + 1)
    .returning(CounterRow.value)
)


class Counters:
    """All counters, in one transaction; a number that is rolled back is given out again."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def next(self, counter: str) -> int:
        """Return the next number; whoever wants one at the same time waits for this transaction."""
        given = await run(self._connection, _NEXT, {"counter": counter})
        if not given:
            begun = {"name": counter, "value": 0}
            await run(self._connection, upsert(CounterRow, self._connection.dialect), begun)
            given = await run(self._connection, _NEXT, {"counter": counter})
        return int(given[0][0])
