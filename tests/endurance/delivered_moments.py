"""Moments to kill at while Telegram delivers by webhook, as a relay sees them."""

import asyncio

from tests.endurance.crowd import pending
from tests.endurance.moments import PATIENCE, BeforeCommit, Telegram
from tests.endurance.relay import Relay
from tests.endurance.traces import Traces


class BeforeStored:
    """A delivery has just reached the program; it, or what it causes, is not durable yet."""

    name = BeforeCommit.name

    def __init__(self, telegram: Telegram, relay: Relay) -> None:
        self._telegram = telegram
        self._relay = relay
        self._delivered: list[int] = []

    async def come(self) -> None:
        """Wait for a delivery that follows one the program took, and some milliseconds longer."""
        sandbox, relay = self._telegram.sandbox, self._relay
        relay.watch()
        await sandbox.until(lambda: relay.answered, PATIENCE)
        relay.watch()
        await sandbox.until(lambda: relay.passing, PATIENCE)
        await asyncio.sleep(self._telegram.dice.uniform(0, 0.004))
        self._delivered = list(relay.passing)

    async def shown(self, traces: Traces) -> bool:
        """Tell whether an update was not kept yet, or kept and not handled."""
        return any(await traces.unhandled(self._delivered))


class BeforeAnswered:
    """The program has taken an update, and Telegram never gets to hear of it."""

    name = "before the 200"

    def __init__(self, telegram: Telegram, relay: Relay) -> None:
        self._telegram = telegram
        self._relay = relay
        self._taken: list[int] = []

    async def come(self) -> None:
        """Keep answers back, and wait for the first."""
        relay = self._relay
        relay.watch()
        relay.keep()
        await self._telegram.sandbox.until(lambda: relay.answered, PATIENCE)
        self._taken = list(relay.answered)

    async def shown(self, traces: Traces) -> bool:
        """Tell whether the update is in the inbox, and still kept by Telegram."""
        missing, _ = await traces.unhandled(self._taken)
        assert missing == 0, "what was not kept was acknowledged"
        kept = {each.id for each in pending(self._telegram.sandbox, self._telegram.me)}
        self._relay.let_go()
        return kept.issuperset(self._taken)
