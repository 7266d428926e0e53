"""Forgets what was received and sent long enough ago."""

from datetime import datetime, timedelta

from storage.tables.inbox import InboxState
from storage.work import Work

# Telegram repeats an update for a day; its id is known for three.
DONE_FOR = timedelta(days=3)
# So long somebody has to look at what could not be read, or was never delivered.
QUARANTINED_FOR = timedelta(days=30)
SENT_FOR = timedelta(days=30)
# A case's messages are edited as it moves, and found by their keys until then.
CASES_FOR = timedelta(days=365)


async def prune(work: Work, at: datetime) -> None:
    """Forget what is older than that."""
    await work.inbox.prune(InboxState.DONE, at - DONE_FOR)
    await work.inbox.prune(InboxState.QUARANTINED, at - QUARANTINED_FOR)
    await work.outbox.prune(at - SENT_FOR, at - CASES_FOR)
