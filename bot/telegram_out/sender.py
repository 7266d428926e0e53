"""Sends what the outbox holds: claimed before each call, settled after it."""

import asyncio
import heapq
from contextlib import aclosing, suppress
from dataclasses import dataclass

import structlog

from bot.bot_api import Answer, BotApi, Unanswered
from bot.patience import PAUSE_SECONDS, Patience
from bot.telegram_out.calls import Call, call_for
from bot.telegram_out.easel import Easel, Undrawn
from bot.telegram_out.lanes import Lanes
from bot.telegram_out.pace import Limits, Pace
from bot.telegram_out.setbacks import Setbacks
from bot.telegram_out.settle import Settlement
from bot.telegram_out.verdicts import NoPicture, Refused, Verdict, judge
from storage.database import Database
from storage.failures import DatabaseUnusable
from storage.sendings import Job, Ticket
from storage.tables.outbox import OutboxKind

log = structlog.get_logger()

# Claimed and waiting for their turn: few, for a crash puts them in doubt; one would leave gaps.
AHEAD = 3
# Pictures claimed and drawn beside those: enough that the processes never wait, too few to pile up.
DRAWINGS = 4
POP_UPS = 16
# Everything that waits is looked through so often, for what another process may have left behind.
SWEEP_SECONDS = 30.0
# Transactions can commit in another order than they took their numbers.
LOOK_BACK = 200


@dataclass(frozen=True, slots=True)
class _Ready:
    """A claimed message whose turn has come, with its picture drawn, or found undrawable."""

    job: Job
    call: Call | NoPicture


class Sender:
    """`run` sends until `stop`; `wake` tells it that something was committed to the outbox."""

    def __init__(
        self,
        api: BotApi,
        database: Database,
        settlement: Settlement,
        limits: Limits | None = None,
    ) -> None:
        self._api = api
        self._patience = Patience(database)
        self._settlement = settlement
        self._pace = Pace(limits)
        self._lanes = Lanes(self._pace.ready)
        self._easel = Easel()
        self._setbacks = Setbacks(self._pace)
        self._pop_ups: set[int] = set()
        self._pop_up_slots = asyncio.Semaphore(POP_UPS)
        self._ahead = asyncio.Semaphore(AHEAD)
        self._drawings = 0
        self._undrawn: list[Ticket] = []
        self._turn = asyncio.Lock()
        self._stir = asyncio.Event()
        self._news = True
        self._seen = 0
        self._sweep_at = 0.0

    @property
    def is_idle(self) -> bool:
        """Whether every message that was taken up is settled, and no news of others came."""
        return not (self._news or self._lanes or self._pop_ups)

    def wake(self) -> None:
        """Look into the outbox now."""
        self._news = True
        self._stir.set()

    def stop(self) -> None:
        """Let `run` finish what is under way and return; the rest stays in the outbox."""
        self._patience.stop()
        self._easel.stop()
        self._stir.set()

    async def run(self) -> None:
        """Send until stopped."""
        try:
            async with aclosing(self._easel):
                await self._run()
        except* DatabaseUnusable:
            # Raised only when stopped: what could not be settled is in doubt at the next start.
            log.warning("stopped while the database fails")

    async def _run(self) -> None:
        await self._patience.run(lambda work: work.sendings.recover())
        async with asyncio.TaskGroup() as tasks:
            while not self._patience.stopped:
                await self._look_through(tasks)
                await self._ahead.acquire()
                ticket = self._next()
                if ticket is None:
                    self._ahead.release()
                    await self._rest()
                else:
                    tasks.create_task(self._deliver(ticket))

    async def _look_through(self, tasks: asyncio.TaskGroup) -> None:
        whole = _now() >= self._sweep_at
        if not (whole or self._news):
            return
        self._news = False
        after = 0 if whole else self._seen - LOOK_BACK
        for ticket in await self._patience.run(lambda work: work.sendings.waiting(after)):
            self._seen = max(self._seen, ticket.id)
            self._offer(ticket, tasks)
        if whole:
            self._sweep_at = _now() + SWEEP_SECONDS

    def _offer(self, ticket: Ticket, tasks: asyncio.TaskGroup) -> None:
        if ticket.kind is not OutboxKind.POP_UP:
            self._lanes.offer(ticket)
        elif ticket.id not in self._pop_ups:
            self._pop_ups.add(ticket.id)
            tasks.create_task(self._pop_up(ticket))

    def _next(self) -> Ticket | None:
        now = _now()
        if self._pace.held_until > now:
            return None
        if self._undrawn and self._drawings < DRAWINGS:
            return heapq.heappop(self._undrawn)
        while (ticket := self._lanes.take(now)) and ticket.draws and self._drawings >= DRAWINGS:
            heapq.heappush(self._undrawn, ticket)
        return ticket

    async def _rest(self) -> None:
        lane_at = self._lanes.wakes_at()
        wakes_at = self._sweep_at if lane_at is None else min(lane_at, self._sweep_at)
        with suppress(TimeoutError):
            async with asyncio.timeout_at(max(wakes_at, self._pace.held_until)):
                await self._stir.wait()
        self._stir.clear()

    async def _deliver(self, ticket: Ticket) -> None:
        try:
            claimed = await self._patience.run(lambda work: work.sendings.claim(ticket))
            ready = await self._readied(claimed) if isinstance(claimed, Job) else claimed
        finally:
            self._ahead.release()
        rest = await self._send(ready) if isinstance(ready, _Ready) else ready
        if rest is not None and rest.urgency > ticket.urgency:
            # An edit waits for its post, which somebody else may be sending.
            self._pace.hold(ticket.chat, _now() + PAUSE_SECONDS)
        self._lanes.back(ticket, *([rest] if rest else []))
        self._stir.set()

    async def _pop_up(self, ticket: Ticket) -> None:
        async with self._pop_up_slots:
            while not self._patience.stopped:
                claimed = await self._patience.run(lambda work: work.sendings.claim(ticket))
                if not isinstance(claimed, Job):
                    break
                if await self._send(_Ready(claimed, call_for(claimed))) is None:
                    break
                await self._patience.stopped_within(PAUSE_SECONDS)
        self._pop_ups.discard(ticket.id)

    async def _readied(self, job: Job) -> _Ready:
        call = await self._drawn(job)
        if isinstance(call, Call):
            await self._await_turn(job)
        return _Ready(job, call)

    async def _drawn(self, job: Job) -> Call | NoPicture:
        picture = job.shows
        if picture is None:
            return call_for(job)
        # While it is drawn, others may go ahead of it.
        self._ahead.release()
        self._drawings += 1
        self._stir.set()
        try:
            return call_for(job, await self._easel.draw(picture.chart))
        except Undrawn as reason:
            return NoPicture(str(reason))
        finally:
            self._drawings -= 1
            await self._ahead.acquire()

    async def _await_turn(self, job: Job) -> None:
        async with self._turn:
            while (left := self._pace.overall() - _now()) > 0:
                if await self._patience.stopped_within(left):
                    return
            self._pace.called(job.chat, _now())

    async def _send(self, ready: _Ready) -> Ticket | None:
        job = ready.job
        if self._patience.stopped:
            await self._patience.run(
                lambda work: work.sendings.again(job, "the program was stopped")
            )
            return None
        verdict = await self._verdict(ready)
        self._setbacks.note(job.chat, verdict, _now())
        rest = await self._settle(job, verdict)
        if isinstance(verdict, Refused):
            self.wake()
        return rest

    async def _verdict(self, ready: _Ready) -> Verdict:
        if isinstance(ready.call, NoPicture):
            return ready.call
        return judge(ready.job, await self._answer(ready.call))

    async def _answer(self, call: Call) -> Answer | Unanswered:
        try:
            return await self._api.call(call.method, call.parameters, call.upload)
        except Unanswered as silence:
            return silence

    async def _settle(self, job: Job, verdict: Verdict) -> Ticket | None:
        try:
            return await self._patience.run(
                lambda work: self._settlement.settle(work, job, verdict)
            )
        except DatabaseUnusable:
            raise
        except Exception:
            # One message that cannot be settled must not stop the others from being sent.
            log.exception("message cannot be settled", chat=job.chat, id=job.id)
            await self._patience.run(lambda work: work.sendings.retire(job, "could not be settled"))
            return None


def _now() -> float:
    return asyncio.get_running_loop().time()
