"""Settings of scopes, what the bot keeps in mind, and refusals."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.roles import Scope
from storage.hot import run
from storage.tables.memory import MemoryRow, RefusalRow, SettingRow
from storage.upsert import upsert


@dataclass(frozen=True, slots=True)
class Refusal:
    """A tap or move by somebody who may not."""

    at: datetime
    chat: int
    user: int
    what: str
    case: int | None = None


class Settings:
    """What is set for the deployment, an area or a group, in one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of(self, scope: Scope) -> dict[str, str]:
        """Return what is set for this very scope, by name."""
        query = select(SettingRow.name, SettingRow.value).where(
            SettingRow.scope_kind == scope.kind, SettingRow.scope_id == scope.id
        )
        return {row.name: row.value for row in await self._connection.execute(query)}

    async def write(self, scope: Scope, name: str, value: str) -> None:
        """Keep a setting; only `storage.affairs` calls this, beside the ledger's event."""
        row = {"scope_kind": scope.kind, "scope_id": scope.id, "name": name, "value": value}
        await self._connection.execute(upsert(SettingRow, self._connection.dialect, "value"), row)


class Memory:
    """What the bot itself keeps in mind, in one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def recall(self, key: str) -> str | None:
        """Return what is kept under this key."""
        return await self._connection.scalar(select(MemoryRow.value).where(MemoryRow.key == key))

    async def keep(self, key: str, value: str) -> None:
        """Keep this under a key, in place of what was there."""
        row = {"key": key, "value": value}
        await run(self._connection, upsert(MemoryRow, self._connection.dialect, "value"), row)


class Refusals:
    """Taps and moves by those who may not, in one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def note(self, refusal: Refusal) -> None:
        """Record a refusal."""
        await self._connection.execute(insert(RefusalRow), asdict(refusal))

    async def listing(self, start: datetime, end: datetime) -> tuple[Refusal, ...]:
        """Return who was refused what in `[start, end)`, oldest first."""
        query = (
            select(
                RefusalRow.at, RefusalRow.chat, RefusalRow.user, RefusalRow.what, RefusalRow.case
            )
            .where(RefusalRow.at >= start, RefusalRow.at < end)
            .order_by(RefusalRow.at, RefusalRow.id)
        )
        return tuple(Refusal(*row) for row in await self._connection.execute(query))
