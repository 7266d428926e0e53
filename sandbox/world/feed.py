"""What waits for one bot: its updates, oldest first, until confirmed or a day old."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

DAY = 24 * 3600
WEEK = 7 * DAY

# Telegram sends these only to who asks for them by name.
ONLY_WHEN_ASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True, slots=True)
class Update:
    """One update; `lane` is the chat whose updates keep their order."""

    id: int
    kind: str
    payload: dict[str, Any]
    lane: int
    at: float

    def shape(self) -> dict[str, Any]:
        """Return Telegram's Update object."""
        return {"update_id": self.id, self.kind: self.payload}


class Feed:
    """The updates of one bot, and which kinds it asked for."""

    def __init__(self) -> None:
        self._pending: list[Update] = []
        self._next_id = _random_id()
        self._latest = 0.0
        self.allowed: frozenset[str] = frozenset()

    def allow(self, kinds: Iterable[str]) -> None:
        """Choose the kinds from now on; none means Telegram's default."""
        self.allowed = frozenset(kinds)

    def accepts(self, kind: str) -> bool:
        """Tell whether updates of this kind are kept for the bot."""
        return kind in self.allowed if self.allowed else kind not in ONLY_WHEN_ASKED

    def offer(self, kind: str, payload: dict[str, Any], lane: int, now: float) -> None:
        """Keep an update for the bot, if it wants this kind."""
        if not self.accepts(kind):
            return
        # After a week without updates Telegram goes on from a random number.
        if self._latest and now - self._latest > WEEK:
            self._next_id = _random_id()
        self._latest = now
        self._pending.append(Update(self._next_id, kind, payload, lane, now))
        self._next_id += 1

    def waiting(self, now: float) -> list[Update]:
        """Return what waits; what is older than a day is gone."""
        self._pending = [update for update in self._pending if now - update.at < DAY]
        return list(self._pending)

    def confirm(self, offset: int) -> None:
        """Forget what getUpdates' offset confirms; a negative one keeps only the last ones."""
        # From the end: -1 forgets all but the last one.
        if offset < 0:
            self._pending = self._pending[offset:]
        else:
            self._pending = [update for update in self._pending if update.id >= offset]

    def remove(self, update_id: int) -> None:
        """Forget one update, which a webhook took."""
        self._pending = [update for update in self._pending if update.id != update_id]

    def clear(self) -> None:
        """Forget everything that waits."""
        self._pending.clear()


def _random_id() -> int:
    return 100_000_000 + secrets.randbelow(800_000_000)
