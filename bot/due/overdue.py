"""The deadline has passed: the card says so, and the handler or the leaders are told once."""

from datetime import timedelta

from bot.due.concerned import concerned, leaders, notice
from commands.case_dates import CaseDue
from commands.context import Context
from domain.delivery import Outgoing
from reports.card_message import card_edit
from reports.reminders import overdue as overdue_line

# A case settled at its very deadline was in time.
_INSTANT = timedelta(seconds=1)


async def overdue(context: Context, subject: str) -> list[Outgoing]:
    """Tell that a case is open past its deadline."""
    about = await concerned(context, subject)
    if about is None or not about.case.is_open:
        return []
    if not about.case.is_overdue(context.now):
        await context.work.due.schedule(CaseDue.OVERDUE, subject, about.case.due_at + _INSTANT)
        return []
    html = overdue_line(about.telling.say, about.case, await leaders(context, about))
    return [
        await card_edit(context.work, about.case, about.telling, about.group),
        await notice(context, about, html, f"{CaseDue.OVERDUE}:{subject}"),
    ]
