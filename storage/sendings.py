"""Messages on their way out, as the sender sees them: claimed before the call, settled after it."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Update, bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from domain.delivery import Picture, Purpose
from storage.hot import run
from storage.payloads import Payload, decode, encode
from storage.tables.messages import PostRow
from storage.tables.outbox import OutboxKind, OutboxRow, OutboxState, RefusingChatRow
from storage.upsert import insert_into, upsert

Target = aliased(OutboxRow)
_UNSENT = frozenset({OutboxState.WAITING, OutboxState.SENDING})


@dataclass(frozen=True, slots=True, order=True)
class Ticket:
    """A message that waits, and whether it has to be drawn; tickets sort as they should go."""

    urgency: int
    id: int
    chat: int
    kind: OutboxKind
    draws: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Job:
    """A claimed message: what to say, and the message to change (None: a new one)."""

    id: int
    chat: int
    kind: OutboxKind
    payload: Payload
    message: int | None
    case: int | None
    purpose: Purpose | None
    post: str | None
    urgency: int
    attempts: int
    in_doubt: int

    @property
    def is_new(self) -> bool:
        """Whether the call makes a message, and so may make a twin."""
        return self.kind is OutboxKind.POST and self.message is None

    @property
    def shows(self) -> Picture | None:
        """The picture that the call brings; a placeholder comes without it."""
        placeholder = self.is_new and self.payload.placeholder is not None
        return None if placeholder else self.payload.picture


class _Claimable(NamedTuple):
    id: int
    chat: int
    kind: OutboxKind
    payload: str
    message: int | None
    case: int | None
    purpose: Purpose | None
    post: str | None
    urgency: int
    attempts: int
    in_doubt: int
    target_message: int | None
    target_state: OutboxState | None
    target_urgency: int | None
    refused: str | None


_CLAIMABLE = (
    select(
        OutboxRow.id,
        OutboxRow.chat,
        OutboxRow.kind,
        OutboxRow.payload,
        OutboxRow.message,
        OutboxRow.case,
        OutboxRow.purpose,
        OutboxRow.post,
        OutboxRow.urgency,
        OutboxRow.attempts,
        OutboxRow.in_doubt,
        Target.message,
        Target.state,
        Target.urgency,
        RefusingChatRow.reason,
    )
    .outerjoin(Target, Target.dedupe == OutboxRow.post)
    .outerjoin(RefusingChatRow, RefusingChatRow.chat == OutboxRow.chat)
    .where(OutboxRow.id == bindparam("wanted"), OutboxRow.state == OutboxState.WAITING)
)
# As in `Job.shows`. Within a text these quotes would be escaped.
_DRAWS = OutboxRow.payload.contains('"picture":{') & (
    OutboxRow.message.is_not(None) | OutboxRow.payload.contains('"placeholder":null')
)
_TICKETS = select(OutboxRow.urgency, OutboxRow.id, OutboxRow.chat, OutboxRow.kind, _DRAWS)
_FORGET = delete(OutboxRow).where(OutboxRow.id == bindparam("wanted"))


class Sendings:
    """The outgoing messages of one unit of work."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def recover(self) -> None:
        """Take up what a crash cut short; a new message may have been sent, so it is in doubt."""
        cut = OutboxRow.state == OutboxState.SENDING
        new = (OutboxRow.kind == OutboxKind.POST) & OutboxRow.message.is_(None)
        await self._connection.execute(
            update(OutboxRow).where(cut, new).values(in_doubt=OutboxRow.in_doubt + 1)
        )
        await self._connection.execute(
            update(OutboxRow).where(cut).values(state=OutboxState.WAITING)
        )

    async def waiting(self, after: int = 0) -> list[Ticket]:
        """Return what waits beyond number `after`, oldest first."""
        rows = await self._connection.execute(
            _TICKETS.where(OutboxRow.state == OutboxState.WAITING, OutboxRow.id > after).order_by(
                OutboxRow.id
            )
        )
        return [Ticket(*row) for row in rows]

    async def claim(self, ticket: Ticket) -> Job | Ticket | None:
        """Mark a message as being sent, and say what to do.

        None: nothing is to be sent any more. A ticket: not now, but in that one's turn and chat.
        """
        row = await self._claimable(ticket.id)
        if row is None:
            return None
        if row.refused is not None:
            await self._settle(ticket.id, state=OutboxState.RETIRED, error=row.refused)
            return None
        if row.chat != ticket.chat:
            return replace(ticket, chat=row.chat)
        if row.target_state in _UNSENT:
            return replace(ticket, urgency=max(ticket.urgency, row.target_urgency or 0))
        await self._settle(ticket.id, state=OutboxState.SENDING, attempts=row.attempts + 1)
        return _job(row)

    async def sent(self, job: Job, message: int | None) -> Ticket | None:
        """Store the answer; a placeholder's message comes back to be edited into the text."""
        if job.kind is not OutboxKind.POST:
            await self._forget(job.id)
            return None
        if job.is_new and message is not None and job.case is not None:
            await self._bind(job, message)
        if job.is_new and job.payload.placeholder is not None:
            await self._settle(job.id, state=OutboxState.WAITING, message=message, attempts=1)
            return await self._ticket(job.id)
        # The text is no longer needed; where it went is, should the message be deleted.
        rest = replace(job.payload, html="", keyboard=(), placeholder=None, picture=None)
        await self._settle(
            job.id, state=OutboxState.SENT, message=message or job.message, payload=encode(rest)
        )
        return None

    async def again(self, job: Job, error: str, *, in_doubt: bool = False) -> None:
        """Let a message wait for another try."""
        doubt = 1 if in_doubt and job.is_new else 0
        await self._settle(
            job.id,
            state=OutboxState.WAITING,
            error=error,
            in_doubt=job.in_doubt + doubt,
        )

    async def without_thread(self, job: Job) -> None:
        """Send to the chat's general topic what was meant for one that is gone."""
        payload = encode(replace(job.payload, thread=None))
        await self._settle(job.id, state=OutboxState.WAITING, payload=payload)

    async def without_picture(self, job: Job, error: str) -> Ticket | None:
        """Let a placeholder become a text where no picture can be shown; give up what is new."""
        picture = job.payload.picture
        if picture is None or job.is_new:
            await self.retire(job, error)
            return None
        payload = encode(replace(job.payload, html=picture.instead, picture=None))
        await self._settle(job.id, state=OutboxState.WAITING, payload=payload, error=error)
        return await self._ticket(job.id)

    async def take_back(self, job: Job, error: str) -> Ticket | None:
        """Let a placeholder be deleted where no picture is welcome; give up what is new."""
        if job.is_new:
            await self.retire(job, error)
            return None
        payload = encode(Payload(is_taken_back=True))
        await self._settle(job.id, state=OutboxState.WAITING, payload=payload, error=error)
        return await self._ticket(job.id)

    async def retire(self, job: Job, error: str) -> None:
        """Give a message up."""
        await self._settle(job.id, state=OutboxState.RETIRED, error=error)

    async def refuse(self, chat: int, reason: str, at: datetime) -> bool:
        """Give up what waits for a chat, and all that comes; False when that was known already."""
        mark = insert_into(RefusingChatRow, self._connection.dialect).on_conflict_do_nothing()
        marked = await self._connection.execute(mark.values(chat=chat, reason=reason, at=at))
        await self._connection.execute(
            update(OutboxRow)
            .where(OutboxRow.chat == chat, OutboxRow.state == OutboxState.WAITING)
            .values(state=OutboxState.RETIRED, error=reason)
        )
        return marked.rowcount == 1

    async def anew(self, job: Job) -> Ticket | None:
        """Post again what was to be changed but has been deleted in the chat."""
        original = await self._original(job)
        if original is None:
            await self._settle(
                job.id, kind=OutboxKind.POST, state=OutboxState.WAITING, message=None,
                dedupe=job.post, post=None, purpose=Purpose.CARD,
            )  # fmt: skip
            return await self._ticket(job.id)
        number, kept = original
        said = replace(decode(kept), html=job.payload.html, keyboard=job.payload.keyboard)
        await self._settle(number, state=OutboxState.WAITING, message=None, payload=encode(said))
        if number != job.id:
            await self._forget(job.id)
        return await self._ticket(number)

    async def _claimable(self, number: int) -> _Claimable | None:
        rows = await run(self._connection, _CLAIMABLE, {"wanted": number})
        return _Claimable(*rows[0]) if rows else None

    async def _original(self, job: Job) -> tuple[int, str] | None:
        key = OutboxRow.id == job.id if job.post is None else OutboxRow.dedupe == job.post
        found = await self._connection.execute(select(OutboxRow.id, OutboxRow.payload).where(key))
        row = found.first()
        return (row.id, row.payload) if row else None

    async def _bind(self, job: Job, message: int) -> None:
        place = {"chat": job.chat, "message": message, "case": job.case, "purpose": job.purpose}
        await run(self._connection, upsert(PostRow, self._connection.dialect), place)

    async def _settle(self, number: int, **values: object) -> None:
        changes: dict[str, object] = {f"new_{name}": each for name, each in values.items()}
        await run(self._connection, _setting(*values), {"wanted": number, **changes})

    async def _forget(self, number: int) -> None:
        await run(self._connection, _FORGET, {"wanted": number})

    async def _ticket(self, number: int) -> Ticket | None:
        rows = await self._connection.execute(_TICKETS.where(OutboxRow.id == number))
        row = rows.first()
        return Ticket(*row) if row else None


@cache
def _setting(*names: str) -> Update:
    changes: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
    return update(OutboxRow).where(OutboxRow.id == bindparam("wanted")).values(changes)


def _job(row: _Claimable) -> Job:
    return Job(
        id=row.id,
        chat=row.chat,
        kind=row.kind,
        payload=decode(row.payload),
        message=row.message or row.target_message,
        case=row.case,
        purpose=row.purpose,
        post=row.post,
        urgency=row.urgency,
        attempts=row.attempts + 1,
        in_doubt=row.in_doubt,
    )
