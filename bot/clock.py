"""The program's one clock, kept on the `Date` header of Telegram's answers."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog

log = structlog.get_logger()

# `Date` counts whole seconds and travels a while: a reading this far ahead of it is no error.
SLACK = timedelta(seconds=2)
# Beyond this a difference is a clock that was set, and not a slow line.
STEP = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class HostTime:
    """The host's two clocks; a test gives its own."""

    wall: Callable[[], datetime] = lambda: datetime.now(UTC)
    monotonic: Callable[[], float] = time.monotonic


class Clock:
    """Telegram's time: set by each answer's date, monotonic in between, unmoved by slow lines."""

    def __init__(self, host: HostTime | None = None) -> None:
        self._host = host or HostTime()
        self._anchor = self._host.wall()
        self._anchored = self._host.monotonic()
        self._floor = self._anchor
        self._warned = False
        self.synchronised = False

    def now(self) -> datetime:
        """Return the present moment, UTC: the host's, and a warning, until Telegram answers."""
        if not self.synchronised and not self._warned:
            self._warned = True
            log.warning("no answer from Telegram yet; going by the host's clock")
        self._floor = max(self._floor, self._reckoned())
        return self._floor

    def heard(self, date: datetime) -> None:
        """Take the date of an answer that has just arrived."""
        ahead = self._reckoned() - date
        if not self.synchronised or abs(ahead) > STEP:
            self._set(date, floor=date)
        elif ahead < timedelta():
            self._set(date, floor=self._floor)
        elif ahead > SLACK:
            self._set(date + SLACK, floor=self._floor)
        self.synchronised = True

    def _reckoned(self) -> datetime:
        return self._anchor + timedelta(seconds=self._host.monotonic() - self._anchored)

    def _set(self, date: datetime, floor: datetime) -> None:
        self._anchor, self._anchored, self._floor = date, self._host.monotonic(), floor
