"""What comes due of a case: put down as it opens, is settled, or opens again."""

from enum import StrEnum

from commands.context import Context
from domain.case import Case


class CaseDue(StrEnum):
    """The kinds of due things of a case; a round's bear the number of the round, too."""

    RESPOND_BY = "respond_by"
    OVERDUE = "overdue"
    RATING_REMINDER = "rating_reminder"
    WINDOW_END = "window_end"
    WORK_BY = "work_by"


async def opened_dates(context: Context, case: Case) -> None:
    """Note when a new case should be answered, and when it is overdue."""
    due, subject = context.work.due, str(case.number)
    await due.schedule(CaseDue.RESPOND_BY, subject, case.respond_by)
    await due.schedule(CaseDue.OVERDUE, subject, case.due_at)


async def settled_dates(context: Context, case: Case, *, rated: bool) -> None:
    """Note when the rating window ends and, where somebody is asked, when to remind of it."""
    due, subject = context.work.due, _round(case)
    await due.cancel(CaseDue.WORK_BY, _rework(case))
    if case.rate_until is not None:
        await due.schedule(CaseDue.WINDOW_END, subject, case.rate_until)
    if rated:
        at = context.now + context.policy.rating_reminder
        await due.schedule(CaseDue.RATING_REMINDER, subject, at)


async def reopened_dates(context: Context, case: Case) -> None:
    """Note when the rework should be done; the window of the last round is of no matter now."""
    due, subject = context.work.due, _round(case)
    await due.cancel(CaseDue.RATING_REMINDER, subject)
    await due.cancel(CaseDue.WINDOW_END, subject)
    if case.work_by is not None:
        await due.schedule(CaseDue.WORK_BY, _rework(case), case.work_by)


def _round(case: Case) -> str:
    return f"{case.number}:{case.rounds}"


def _rework(case: Case) -> str:
    return f"{case.number}:{case.reopened}"
