"""The time for rework has passed: the handler or the leaders are told once."""

from bot.due.concerned import concerned, leaders, notice
from commands.context import Context
from domain.delivery import Outgoing
from reports.reminders import rework_due


async def work_by(context: Context, subject: str) -> list[Outgoing]:
    """Remind of a reopened case that is still open; a later reopening has its own reminder."""
    about = await concerned(context, subject)
    if about is None or not about.case.is_open:
        return []
    if about.case.work_by is None or about.case.work_by > context.now:
        return []
    html = rework_due(about.telling.say, about.case, await leaders(context, about))
    return [
        await notice(context, about, html, f"work_by:{about.case.number}:{about.case.reopened}")
    ]
