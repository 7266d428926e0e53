"""Updates kept until they are handled: put once, taken in order, finished with their effects."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.hot import run, run_many
from storage.tables.inbox import InboxRow, InboxState
from storage.upsert import upsert


@dataclass(frozen=True, slots=True)
class Arrival:
    """One update as it came; unreadable ones bear a `reason` and are quarantined at once."""

    update_id: int | None
    chat: int
    raw: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """What one answer brought to one bot, the answer's date, and the date of the one before."""

    bot: int
    received_at: datetime
    not_before: datetime
    arrivals: Sequence[Arrival]


@dataclass(frozen=True, slots=True)
class Waiting:
    """An update that is not handled yet."""

    seq: int
    chat: int
    raw: str
    received_at: datetime
    not_before: datetime


@dataclass(frozen=True, slots=True)
class Quarantined:
    """An update that could not be handled, and why; the text is kept apart."""

    seq: int
    chat: int
    received_at: datetime
    reason: str


_WAITING = (
    select(InboxRow.seq, InboxRow.chat, InboxRow.raw, InboxRow.received_at, InboxRow.not_before)
    .where(InboxRow.state == InboxState.WAITING, InboxRow.seq > bindparam("after"))
    .order_by(InboxRow.seq)
)
_FINISH = (
    update(InboxRow)
    .where(InboxRow.seq == bindparam("wanted"), InboxRow.state == InboxState.WAITING)
    .values(state=InboxState.DONE, raw=None)
    .returning(InboxRow.seq)
)


_UNHANDLED = (
    select(InboxRow.seq)
    .where(InboxRow.state == InboxState.WAITING, InboxRow.received_at <= bindparam("until"))
    .limit(1)
)


class Inbox:
    """The updates of one unit of work."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def put(self, batch: Batch) -> None:
        """Keep a batch; an update the bot has had before changes nothing."""
        rows = [_columns(batch, each) for each in batch.arrivals]
        await run_many(self._connection, upsert(InboxRow, self._connection.dialect), rows)

    async def waiting(self, after: int = 0) -> list[Waiting]:
        """Return what is to be handled beyond number `after`, in order of arrival."""
        rows = await run(self._connection, _WAITING, {"after": after})
        return [Waiting(seq, chat, raw or "", at, before) for seq, chat, raw, at, before in rows]

    async def chats_waiting(self) -> set[int]:
        """Return the chats something of which is still to be handled."""
        waiting = select(InboxRow.chat).where(InboxRow.state == InboxState.WAITING).distinct()
        return set(await self._connection.scalars(waiting))

    async def finish(self, seq: int) -> bool:
        """Mark an update done and erase its text; False when somebody else has done it already."""
        return bool(await run(self._connection, _FINISH, {"wanted": seq}))

    async def quarantine(self, seq: int, reason: str) -> None:
        """Set an update aside with the reason; those behind it go on."""
        await self._connection.execute(
            update(InboxRow)
            .where(InboxRow.seq == seq)
            .values(state=InboxState.QUARANTINED, reason=reason)
        )

    async def quarantined(self) -> list[Quarantined]:
        """Return what was set aside, oldest first."""
        rows = await self._connection.execute(
            select(InboxRow.seq, InboxRow.chat, InboxRow.received_at, InboxRow.reason)
            .where(InboxRow.state == InboxState.QUARANTINED)
            .order_by(InboxRow.seq)
        )
        return [Quarantined(seq, chat, at, reason or "") for seq, chat, at, reason in rows]

    async def drained(self, until: datetime) -> bool:
        """Tell whether everything that came in by `until` is handled or set aside."""
        return not await run(self._connection, _UNHANDLED, {"until": until})

    async def prune(self, state: InboxState, before: datetime) -> None:
        """Forget what reached `state` and came in before a moment."""
        await self._connection.execute(
            delete(InboxRow).where(InboxRow.state == state, InboxRow.received_at < before)
        )


def _columns(batch: Batch, arrival: Arrival) -> dict[str, object]:
    return {
        "bot": batch.bot,
        "update_id": arrival.update_id,
        "chat": arrival.chat,
        "received_at": batch.received_at,
        "not_before": batch.not_before,
        "raw": arrival.raw,
        "state": InboxState.QUARANTINED if arrival.reason else InboxState.WAITING,
        "reason": arrival.reason,
    }
