"""The time for a first response has passed: the leaders are told, once and quietly."""

from bot.due.concerned import concerned, leaders, notice
from commands.context import Context
from domain.delivery import Outgoing
from reports.reminders import unanswered


async def respond_by(context: Context, subject: str) -> list[Outgoing]:
    """Remind the leaders of a case that nobody has answered."""
    about = await concerned(context, subject)
    if about is None or not about.case.calls_for_an_answer:
        return []
    within = context.now - about.case.started_at
    html = unanswered(about.telling.say, about.case, await leaders(context, about), within)
    return [await notice(context, about, html, f"respond_by:{subject}")]
