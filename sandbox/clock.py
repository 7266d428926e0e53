"""The sandbox's time: the host's, plus jumps; it can be stopped."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime


class Clock:
    """A clock that runs with real time and can be moved and stopped; each time it calls `moved`."""

    def __init__(self, moved: Callable[[], None], read: Callable[[], float] = time.time) -> None:
        self._moved = moved
        self._read = read
        self._offset = 0.0
        self._stopped_at: float | None = None
        self.jumps = 0

    @property
    def is_running(self) -> bool:
        """Whether time passes between jumps."""
        return self._stopped_at is None

    def stop(self) -> None:
        """Let time stand still, so that only jumps move it."""
        self._stopped_at = self.timestamp()
        self._moved()

    def run(self) -> None:
        """Let time run on from where it stands."""
        self._offset = self.timestamp() - self._read()
        self._stopped_at = None
        self._moved()

    def timestamp(self) -> float:
        """Return the sandbox's time in seconds since 1970."""
        return self._read() + self._offset if self._stopped_at is None else self._stopped_at

    def unix(self) -> int:
        """Return the sandbox's time as Telegram dates its messages, in whole seconds."""
        return int(self.timestamp())

    def now(self) -> datetime:
        """Return the sandbox's time in UTC."""
        return datetime.fromtimestamp(self.timestamp(), UTC)

    def http_date(self) -> str:
        """Return the sandbox's time as a `Date` header writes it."""
        return format_datetime(self.now().replace(microsecond=0), usegmt=True)

    def advance(self, step: timedelta) -> None:
        """Move the clock by a step; a negative one sets it back."""
        self._move_to(self.timestamp() + step.total_seconds())

    def set(self, moment: datetime) -> None:
        """Move the clock to a moment, which must know its time zone."""
        if moment.tzinfo is None:
            raise ValueError("the moment needs a time zone")
        self._move_to(moment.timestamp())

    def _move_to(self, timestamp: float) -> None:
        if self._stopped_at is None:
            self._offset = timestamp - self._read()
        else:
            self._stopped_at = timestamp
        self.jumps += 1
        self._moved()
