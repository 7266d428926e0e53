"""Numbers given out one after the other, without gaps and never twice."""

from sqlalchemy import bindparam, update
from sqlalchemy.ext.asyncio import AsyncConnection

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
        value = (await self._connection.execute(_NEXT, {"counter": counter})).scalar_one_or_none()
        if value is not None:
            return value
        begun = {"name": counter, "value": 0}
        await self._connection.execute(upsert(CounterRow, self._connection.dialect), begun)
        return (await self._connection.execute(_NEXT, {"counter": counter})).scalar_one()
