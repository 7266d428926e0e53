"""How long things may take in this deployment; every deadline is reckoned from here."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Policy:
    """The time limits in force; a case keeps those it was opened with when they change later."""

    resolve_within: timedelta = timedelta(days=7)
    respond_within: timedelta = timedelta(hours=24)
    rating_window: timedelta = timedelta(days=7)
    rating_reminder: timedelta = timedelta(hours=48)
    rework_within: timedelta = timedelta(days=3)
    undo_within: timedelta = timedelta(minutes=10)
    confirm_decline_within: timedelta = timedelta(days=7)
    final_after: timedelta = timedelta(days=7)
    administrators_lead: bool = True
