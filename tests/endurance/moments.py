"""Moments to kill at, each recognised from outside and proved by what is found afterwards."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Protocol

from sandbox import Bot, Fault, FaultKind, Sandbox
from sandbox.api.record import Request
from tests.endurance.crowd import is_for_the_inbox, pending
from tests.endurance.traces import Traces

PATIENCE = 60.0
OK, CUT = 200, 0
BATCH = 100


@dataclass(frozen=True, slots=True)
class Telegram:
    """The sandbox as it is watched, with the dice that choose among like moments."""

    sandbox: Sandbox
    me: Bot
    dice: Random

    async def asked(self, wanted: Callable[[Request], object]) -> Request:
        """Wait for a request of a kind, and return the latest such."""
        requests = self.sandbox.record.requests
        begin = len(requests)

        def found() -> Request | None:
            return next(filter(wanted, reversed(requests[begin:])), None)

        await self.sandbox.until(found, PATIENCE)
        request = found()
        assert request is not None
        return request

    def brought(self, request: Request) -> list[int]:
        """Return the updates for the inbox that an answer to getUpdates has just brought."""
        if request.method != "getUpdates" or request.code != OK:
            return []
        at, offset = request.at.timestamp(), int(request.values.get("offset", 0))
        kept = pending(self.sandbox, self.me)
        brought = [each for each in kept if each.id >= offset and each.at <= at][:BATCH]
        return [each.id for each in brought if is_for_the_inbox(each)]


class Moment(Protocol):
    """A kind of moment in a process's life."""

    name: str

    async def come(self) -> None:
        """Wait for it in a process that has just been started."""

    async def shown(self, traces: Traces) -> bool:
        """Tell, after the kill, whether it struck at such a moment."""


class BeforeCommit:
    """Updates have just been delivered; they, or what they cause, are not durable yet."""

    name = "before the commit"

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._brought: list[int] = []

    async def come(self) -> None:
        """Wait for one of the first answers that brings something, and a moment longer."""
        telegram = self._telegram
        desk = telegram.sandbox.world.desk(telegram.me)
        # The question of the process killed before may still be answered, to nobody.
        poll = desk.poll
        await telegram.sandbox.until(lambda: desk.poll > poll, PATIENCE)
        for _ in range(telegram.dice.randint(1, 3)):
            self._brought = telegram.brought(await telegram.asked(telegram.brought))
        await asyncio.sleep(telegram.dice.uniform(0, 0.012))

    async def shown(self, traces: Traces) -> bool:
        """Tell whether an update was not kept yet, or kept and not handled."""
        return any(await traces.unhandled(self._brought))


class BetweenSendAndAnswer:
    """Telegram has acted on a message, and its answer is on the way."""

    name = "between send and answer"

    def __init__(self, telegram: Telegram, method: str) -> None:
        self._telegram = telegram
        self._method = method
        self._chat = 0

    async def come(self) -> None:
        """Wait until an answer is held back."""
        telegram = self._telegram
        after = telegram.dice.randint(0, 6) if self._method == "sendMessage" else 0
        fault = Fault(kind=FaultKind.DELAY, method=self._method, after=after, seconds=2)
        telegram.sandbox.faults.order(fault)
        request = await telegram.asked(self._is_held)
        self._chat = int(request.values["chat_id"])

    async def shown(self, traces: Traces) -> bool:
        """Tell whether the message was still marked as being sent."""
        return await traces.sending_to(self._chat) == 1

    def _is_held(self, request: Request) -> bool:
        spent = not self._telegram.sandbox.faults.ordered
        return spent and request.method == self._method and request.code == OK


class BeforeConfirm:
    """Updates are kept, and the question that confirms them does not get through."""

    name = "before the confirm"

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._confirmed: list[int] = []

    async def come(self) -> None:
        """Wait until a question with an offset arrives, and lose it."""
        telegram = self._telegram
        # A process's first question confirms nothing.
        after = telegram.dice.randint(1, 4)
        fault = Fault(kind=FaultKind.CUT_LINE, method="getUpdates", after=after)
        telegram.sandbox.faults.order(fault)
        cut = await telegram.asked(lambda each: each.method == "getUpdates" and each.code == CUT)
        offset = int(cut.values.get("offset", 0))
        delivered = [u for u in pending(telegram.sandbox, telegram.me) if u.id < offset]
        self._confirmed = [each.id for each in delivered if is_for_the_inbox(each)]

    async def shown(self, traces: Traces) -> bool:
        """Tell whether delivered updates are in the inbox, and still kept by Telegram."""
        missing, _ = await traces.unhandled(self._confirmed)
        assert missing == 0, "what was not kept was confirmed"
        return bool(self._confirmed)


class AtRandom:
    """Any moment, those of starting included."""

    name = "at random"

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    async def come(self) -> None:
        """Let some time pass."""
        await asyncio.sleep(self._telegram.dice.uniform(1, 4))

    async def shown(self, _traces: Traces) -> bool:
        """Tell that any moment will do."""
        return True
