"""Communities and sub-districts."""

from dataclasses import dataclass

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.roles import ScopeKind
from storage.tables.areas import AreaRow
from storage.upsert import upsert


@dataclass(frozen=True, slots=True)
class Area:
    """A community or sub-district; a community names its sub-district as `parent`."""

    id: int
    kind: ScopeKind
    name: str
    parent: int | None


_AREAS = select(AreaRow.id, AreaRow.kind, AreaRow.name, AreaRow.parent).order_by(AreaRow.id)


class Areas:
    """All areas, in one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, area: int) -> Area | None:
        """Return the area of this id."""
        query = _AREAS.where(AreaRow.id == area)
        return _area((await self._connection.execute(query)).one_or_none())

    async def named(self, kind: ScopeKind, name: str) -> Area | None:
        """Return the area of this kind and name, the oldest if there are several."""
        query = _AREAS.where(AreaRow.kind == kind, AreaRow.name == name)
        return _area((await self._connection.execute(query)).first())

    async def listing(self) -> tuple[Area, ...]:
        """Return all areas, oldest first."""
        return tuple(Area(*row) for row in await self._connection.execute(_AREAS))

    async def communities_of(self, subdistrict: int) -> tuple[Area, ...]:
        """Return the communities of a sub-district."""
        query = _AREAS.where(AreaRow.parent == subdistrict)
        return tuple(Area(*row) for row in await self._connection.execute(query))

    async def write(self, area: Area) -> None:
        """Keep an area; only `storage.affairs` calls this, beside the ledger's event."""
        row = {"id": area.id, "kind": area.kind, "name": area.name, "parent": area.parent}
        statement = upsert(AreaRow, self._connection.dialect, "kind", "name", "parent")
        await self._connection.execute(statement, [row])


def _area(row: Row[int, ScopeKind, str, int | None] | None) -> Area | None:
    return Area(*row) if row is not None else None
