"""Messages on their way out, as those who write them see them: put once, and looked after."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.delivery import Edit, Outgoing, PopUp, Post, Purpose, Urgency
from storage.hot import run
from storage.payloads import decode, encode, payload_of
from storage.tables.outbox import OutboxKind, OutboxRow, OutboxState, RefusingChatRow
from storage.upsert import upsert

# A pop-up goes to whoever tapped, wherever that was.
NO_CHAT = 0


@dataclass(frozen=True, slots=True)
class Concern:
    """A message somebody should know about: it may stand twice, or was never sent."""

    id: int
    chat: int
    case: int | None
    purpose: Purpose | None
    created_at: datetime
    times: int
    error: str | None


# A post that was tried may stand in the chat with its old text already: it is edited later.
_FRESH_POST = (OutboxRow.dedupe == bindparam("wanted")) & (OutboxRow.attempts == 0)
_UNSENT = (
    select(OutboxRow.id, OutboxRow.payload, OutboxRow.urgency)
    .where(
        OutboxRow.state == OutboxState.WAITING,
        _FRESH_POST | (OutboxRow.post == bindparam("wanted")),
    )
    .limit(1)
)
_COUNT_UNSENT = select(func.count()).where(
    (OutboxRow.state == OutboxState.WAITING) | (OutboxRow.state == OutboxState.SENDING)
)
_REWORD = (
    update(OutboxRow)
    .where(OutboxRow.id == bindparam("number"))
    .values(payload=bindparam("said"), urgency=bindparam("sooner"))
)


class Outbox:
    """The messages of one unit of work."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def put(self, *outgoing: Outgoing, at: datetime) -> None:
        """Keep messages to be sent after the commit.

        A post whose key is known is left out; an edit takes the place of one that still waits.
        """
        for each in outgoing:
            if isinstance(each, Edit) and await self._collapse(each):
                continue
            insert = upsert(OutboxRow, self._connection.dialect)
            await run(self._connection, insert, _columns(each, at))

    async def resume(self, chat: int) -> None:
        """Send to a chat again that had refused the bot."""
        await self._connection.execute(delete(RefusingChatRow).where(RefusingChatRow.chat == chat))

    async def rekey(self, old: int, new: int) -> None:
        """Follow a group to its new chat id."""
        await self._connection.execute(
            update(OutboxRow).where(OutboxRow.chat == old).values(chat=new)
        )
        await self.resume(old)

    async def waiting(self) -> int:
        """Count what is not sent yet."""
        rows = await run(self._connection, _COUNT_UNSENT, {})
        return int(rows[0][0])

    async def in_doubt(self) -> list[Concern]:
        """Return new messages whose answer was lost, and which may therefore stand twice."""
        return await self._concerns(OutboxRow.in_doubt > 0)

    async def retired(self) -> list[Concern]:
        """Return messages that were given up, with Telegram's words on it."""
        return await self._concerns(OutboxRow.state == OutboxState.RETIRED)

    async def prune(self, before: datetime, cases_before: datetime) -> None:
        """Forget what was sent or given up; messages on cases, which are edited, later."""
        settled = OutboxRow.state.in_([OutboxState.SENT, OutboxState.RETIRED])
        old = (OutboxRow.case.is_(None) & (OutboxRow.created_at < before)) | (
            OutboxRow.created_at < cases_before
        )
        await self._connection.execute(delete(OutboxRow).where(settled, old))

    async def _collapse(self, edit: Edit) -> bool:
        rows = await run(self._connection, _UNSENT, {"wanted": edit.post})
        if not rows:
            return False
        number, kept, urgency = rows[0]
        payload = replace(decode(kept), html=edit.html, keyboard=edit.keyboard)
        said = {"said": encode(payload), "sooner": min(urgency, int(edit.urgency))}
        await run(self._connection, _REWORD, {"number": number, **said})
        return True

    async def _concerns(self, which: Any) -> list[Concern]:
        rows = await self._connection.execute(
            select(
                OutboxRow.id,
                OutboxRow.chat,
                OutboxRow.case,
                OutboxRow.purpose,
                OutboxRow.created_at,
                OutboxRow.in_doubt,
                OutboxRow.error,
            )
            .where(which)
            .order_by(OutboxRow.id)
        )
        return [Concern(*row) for row in rows]


def _columns(outgoing: Outgoing, at: datetime) -> dict[str, object]:
    kind, chat, urgency = _address(outgoing)
    post = outgoing if isinstance(outgoing, Post) else None
    edit = outgoing if isinstance(outgoing, Edit) else None
    return {
        "chat": chat,
        "kind": kind,
        "urgency": int(urgency),
        "state": OutboxState.WAITING,
        "dedupe": post.dedupe if post else None,
        "post": edit.post if edit else None,
        "case": None if isinstance(outgoing, PopUp) else outgoing.case,
        "purpose": post.purpose if post else None,
        "payload": encode(payload_of(outgoing)),
        "message": edit.message if edit else None,
        "attempts": 0,
        "in_doubt": 0,
        "error": None,
        "created_at": at,
    }


def _address(outgoing: Outgoing) -> tuple[OutboxKind, int, Urgency]:
    if isinstance(outgoing, PopUp):
        return OutboxKind.POP_UP, NO_CHAT, Urgency.ANSWER
    kind = OutboxKind.POST if isinstance(outgoing, Post) else OutboxKind.EDIT
    return kind, outgoing.chat, outgoing.urgency
