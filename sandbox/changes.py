"""Lets anyone wait for the next change of the sandbox's world, and ask what has changed."""

import asyncio
from collections.abc import Callable, Hashable


class Changes:
    """A bell that rings at every change; waiters look again and sleep on.

    It remembers of each subject when that changed last, and nothing else: so whoever asks later
    learns what to look at again, however often it changed meanwhile.
    """

    def __init__(self) -> None:
        self.count = 0
        self._bell = asyncio.Event()
        self._latest: dict[Hashable, int] = {}

    def announce(self, subject: Hashable = None) -> None:
        """Wake everyone who waits for a change; `subject` is what changed, where it has a name."""
        self.count += 1
        if subject is not None:
            # Taken out first, so that the order is that of the last changes.
            self._latest.pop(subject, None)
            self._latest[subject] = self.count
        bell, self._bell = self._bell, asyncio.Event()
        bell.set()

    def since(self, count: int) -> list[Hashable]:
        """Return the subjects that changed after so many changes, the latest change last."""
        changed = []
        for subject in reversed(self._latest):
            if self._latest[subject] <= count:
                break
            changed.append(subject)
        return changed[::-1]

    def has_news_after(self, count: int) -> bool:
        """Tell whether any subject changed after so many changes."""
        last = next(reversed(self._latest), None)
        return last is not None and self._latest[last] > count

    async def wait_for(self, condition: Callable[[], object], patience: float) -> bool:
        """Wait until the condition holds, at most so many real seconds; tell whether it does."""
        try:
            async with asyncio.timeout(patience):
                while not condition():
                    await self._bell.wait()
        except TimeoutError:
            return bool(condition())
        return True
