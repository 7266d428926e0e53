"""How much a bot may send: 30 a second in all, 20 a minute to a group, about 1 a second to a chat.

Telegram's FAQ for bots names these numbers. Edits count as well, as they do there.
"""

from collections import defaultdict, deque
from math import ceil

from sandbox.world.chats import Chat
from sandbox.world.users import Bot

_MOMENT = 1e-6


class Window:
    """At most so many in any stretch of so many seconds."""

    def __init__(self, count: int, span: float) -> None:
        self._count = count
        self._span = span
        self._times: deque[float] = deque()

    def wait(self, now: float) -> float:
        """Return how many seconds must pass before the next one."""
        # A clock set back would else leave times that never pass.
        while self._times and not 0 <= now - self._times[0] < self._span:
            self._times.popleft()
        if len(self._times) < self._count:
            return 0.0
        return self._times[0] + self._span - now

    def take(self, now: float) -> None:
        """Count one."""
        self._times.append(now)


class Pace:
    """One a second, in the long run; short bursts are forgiven."""

    def __init__(self, burst: int) -> None:
        self._slack = burst - 1
        self._next = 0.0

    def wait(self, now: float) -> float:
        """Return how many seconds must pass before the next one."""
        if self._next > now + self._slack + 1:
            self._next = now
        return max(0.0, self._next - now - self._slack)

    def take(self, now: float) -> None:
        """Count one."""
        self._next = max(now, self._next) + 1


class Limits:
    """The limits of all bots, on the sandbox's clock; they can be switched off."""

    def __init__(self) -> None:
        self.enabled = True
        self._all: defaultdict[int, Window] = defaultdict(lambda: Window(30, 1))
        self._groups: defaultdict[tuple[int, int], Window] = defaultdict(lambda: Window(20, 60))
        self._chats: defaultdict[tuple[int, int], Pace] = defaultdict(lambda: Pace(burst=3))

    def spend(self, bot: Bot, chat: Chat, now: float) -> int:
        """Count a message to a chat; or count nothing, and return after how many seconds it may."""
        if not self.enabled:
            return 0
        key = (bot.id, chat.id)
        # The pace forgives jitter on the line; the windows do not, as Telegram's do not.
        rules: list[Window | Pace] = [self._all[bot.id], self._chats[key]]
        if chat.is_group:
            rules.append(self._groups[key])
        wait = max(rule.wait(now) for rule in rules)
        if wait > _MOMENT:
            return ceil(wait)
        for rule in rules:
            rule.take(now)
        return 0
