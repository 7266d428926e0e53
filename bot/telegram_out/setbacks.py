"""After a passing failure: whom to leave alone, and for how long."""

import structlog

from bot.telegram_out.pace import Pace
from bot.telegram_out.verdicts import TryAgain, Verdict

log = structlog.get_logger()

# So many failures without one success between them are Telegram's own, and not one chat's.
MANY = 3


class Setbacks:
    """Slows the pace down for a chat that failed, and for all when nothing gets through."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._in_a_row = 0

    def note(self, chat: int, verdict: Verdict, now: float) -> None:
        """Take a verdict into account."""
        if not isinstance(verdict, TryAgain):
            self._in_a_row = 0
            return
        self._in_a_row += 1
        if self._in_a_row == 1:
            log.warning("sending fails and is tried again", chat=chat, reason=verdict.reason)
        self._pace.hold(chat, now + verdict.seconds)
        if verdict.wide or self._in_a_row >= MANY:
            self._pace.hold_all(now + verdict.seconds)
