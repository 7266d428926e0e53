"""One due thing: claimed, done, and its messages queued, all in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from bot.due.table import DUE
from commands.context import Context
from reports.schedule import schedule_reports
from storage.due import Due
from storage.failures import DatabaseUnusable, named_failures
from storage.work import Work

TRY_AGAIN_AFTER = timedelta(minutes=5)
REMEMBERED_FOR = timedelta(days=60)


class Taken(Enum):
    """What came of looking for one due thing."""

    DONE = auto()
    NOTHING_DUE = auto()
    INBOX_FIRST = auto()


class Failed(Exception):  # noqa: N818 - it names what happened to a due thing
    """A due thing could not be done; its transaction was rolled back."""

    def __init__(self, due: Due) -> None:
        super().__init__(f"{due.kind} {due.subject}")
        self.due = due


@dataclass(frozen=True, slots=True)
class Taking:
    """Takes what is due by a moment up to which everything said is known."""

    context_for: Callable[[Work, datetime], Context]

    async def begin(self, work: Work, moment: datetime) -> None:
        """Schedule the reports of the running week, and forget what was done long ago."""
        await schedule_reports(work, moment, self.context_for(work, moment).zone)
        await work.due.forget_done(moment - REMEMBERED_FOR)

    async def take(self, work: Work, moment: datetime) -> Taken:
        """Do the longest waiting thing, unless updates from before `moment` are still unhandled.

        Raises `Failed` with the thing that cannot be done, and DatabaseUnusable.
        """
        at = await work.due.next_moment()
        if at is None or at > moment:
            return Taken.NOTHING_DUE
        if not await work.inbox.drained(moment):
            return Taken.INBOX_FIRST
        due = await work.due.claim(moment)
        if due is None:
            return Taken.NOTHING_DUE
        await self._do(work, due, moment)
        return Taken.DONE

    async def _do(self, work: Work, due: Due, moment: datetime) -> None:
        try:
            with named_failures():
                said = await DUE[due.kind](self.context_for(work, moment), due.subject)
        except DatabaseUnusable:
            raise
        except Exception as reason:
            raise Failed(due) from reason
        await work.outbox.put(*said, at=moment)


async def put_off(work: Work, due: Due, moment: datetime) -> None:
    """Have a thing that failed tried again later, so that it holds up nothing else."""
    await work.due.schedule(due.kind, due.subject, moment + TRY_AGAIN_AFTER)
