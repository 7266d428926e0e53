"""Lets anyone wait for the next change of the sandbox's world, without polling."""

import asyncio
from collections.abc import Callable


class Changes:
    """A bell that rings at every change; waiters look again and sleep on."""

    def __init__(self) -> None:
        self.count = 0
        self._bell = asyncio.Event()

    def announce(self) -> None:
        """Wake everyone who waits for a change."""
        self.count += 1
        bell, self._bell = self._bell, asyncio.Event()
        bell.set()

    async def wait_for(self, condition: Callable[[], object], patience: float) -> bool:
        """Wait until the condition holds, at most so many real seconds; tell whether it does."""
        try:
            async with asyncio.timeout(patience):
                while not condition():
                    await self._bell.wait()
        except TimeoutError:
            return bool(condition())
        return True
