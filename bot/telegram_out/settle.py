"""What a verdict changes in the records, all in one transaction."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import structlog

from bot.telegram_out.verdicts import (
    Deleted,
    Done,
    Moved,
    NoPicture,
    Refused,
    ThreadGone,
    TryAgain,
    Unwelcome,
    Verdict,
)
from domain.delivery import DeliveryFailed, Outgoing, Purpose, Refusal
from storage.affairs import rekey_group
from storage.evolving import By
from storage.sendings import Job, Ticket
from storage.work import Work

log = structlog.get_logger()

OnFailed = Callable[[Work, DeliveryFailed], Awaitable[Sequence[Outgoing]]]


@dataclass(frozen=True, slots=True)
class Settlement:
    """Settles claimed messages; `on_failed` says whom to tell of those given up."""

    now: Callable[[], datetime]
    on_failed: OnFailed

    async def settle(self, work: Work, job: Job, verdict: Verdict) -> Ticket | None:
        """Store what became of a message; the ticket is what is still to be sent of it."""
        draws = job.shows is not None
        ticket = Ticket(job.urgency, job.id, job.chat, job.kind, draws)
        match verdict:
            case Done(message):
                return await work.sendings.sent(job, message)
            case TryAgain():
                await work.sendings.again(job, verdict.reason, in_doubt=verdict.doubtful)
            case Moved(chat):
                await work.sendings.again(job, "moved")
                await self._move(work, job.chat, chat)
                return replace(ticket, chat=chat)
            case Deleted():
                return await work.sendings.anew(job)
            case ThreadGone():
                await work.sendings.without_thread(job)
            case NoPicture() | Unwelcome():
                return await _without_picture(work, job, verdict)
            case Refused():
                await self._give_up(work, job, verdict)
                return None
        return ticket

    async def _move(self, work: Work, old: int, new: int) -> None:
        await rekey_group(work, old, new, By(self.now()))
        # A group that nobody has registered is unknown there, and its messages have to follow too.
        await work.outbox.rekey(old, new)

    async def _give_up(self, work: Work, job: Job, refused: Refused) -> None:
        log.warning("message given up", chat=job.chat, why=refused.why, words=refused.words)
        await work.sendings.retire(job, refused.words)
        if not await self._is_news(work, job, refused):
            return
        failed = DeliveryFailed(job.chat, refused.why, refused.words, job.case, job.purpose)
        await work.outbox.put(*await self.on_failed(work, failed), at=self.now())

    async def _is_news(self, work: Work, job: Job, refused: Refused) -> bool:
        if refused.why is Refusal.REJECTED:
            # A refused notice must not beget the next one.
            return job.purpose is not Purpose.NOTICE
        await work.groups.pause(job.chat, refused.words)
        return await work.sendings.refuse(job.chat, refused.words, self.now())


async def _without_picture(work: Work, job: Job, verdict: NoPicture | Unwelcome) -> Ticket | None:
    log.warning("picture given up", chat=job.chat, id=job.id, words=verdict.words)
    if isinstance(verdict, Unwelcome):
        # Nothing to say: such a group would hear it again every week.
        return await work.sendings.take_back(job, verdict.words)
    return await work.sendings.without_picture(job, verdict.words)
