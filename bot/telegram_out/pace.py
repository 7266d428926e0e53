"""When Telegram may be called again: over all, for one chat, and for one group in a minute."""

from collections import deque
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Limits:
    """How often Telegram may be called; a little below what it allows, for answers travel."""

    a_second: float = 28.5
    chat_pause: float = 1.05
    group_calls: int = 20
    group_seconds: float = 61.0


@dataclass(slots=True)
class _Calls:
    recent: deque[float] = field(default_factory=deque)
    held_until: float = 0.0


class Pace:
    """Remembers when calls were made; every time is in seconds of one steady clock.

    Until `held_until` Telegram is left alone altogether.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._interval = 1 / self._limits.a_second
        self._next = 0.0
        self.held_until = 0.0
        self._chats: dict[int, _Calls] = {}
        self._sweep_at = 0.0

    def overall(self) -> float:
        """Return from when on any call may be made."""
        return max(self._next, self.held_until)

    def ready(self, chat: int) -> float:
        """Return from when on this chat may be called."""
        calls = self._chats.get(chat)
        if calls is None:
            return 0.0
        ready = calls.held_until
        if calls.recent:
            ready = max(ready, calls.recent[-1] + self._limits.chat_pause)
        if chat < 0 and len(calls.recent) >= self._limits.group_calls:
            ready = max(ready, calls.recent[0] + self._limits.group_seconds)
        return ready

    def called(self, chat: int, now: float) -> None:
        """Count a call made now."""
        # One late call may be caught up with, or the average would fall behind with every delay.
        self._next = max(self._next, now - self._interval) + self._interval
        recent = self._chats.setdefault(chat, _Calls()).recent
        recent.append(now)
        if len(recent) > self._limits.group_calls:
            recent.popleft()
        if now >= self._sweep_at:
            self._sweep(now)

    def hold(self, chat: int, until: float) -> None:
        """Leave one chat alone for a while."""
        calls = self._chats.setdefault(chat, _Calls())
        calls.held_until = max(calls.held_until, until)

    def hold_all(self, until: float) -> None:
        """Leave Telegram alone for a while."""
        self.held_until = max(self.held_until, until)

    def _sweep(self, now: float) -> None:
        # Chats that have been quiet for long are forgotten, so that memory follows the traffic.
        self._sweep_at = now + self._limits.group_seconds
        old = now - self._limits.group_seconds
        self._chats = {
            chat: calls
            for chat, calls in self._chats.items()
            if calls.held_until > now or (calls.recent and calls.recent[-1] > old)
        }
