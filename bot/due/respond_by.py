"""The time for a first response has passed: the leaders are told, once and quietly."""

from bot.due.concerned import concerned, leaders, notice
from commands.context import Context
from domain.case import Case
from domain.delivery import Outgoing
from domain.kinds import State
from reports.reminders import unanswered


async def respond_by(context: Context, subject: str) -> list[Outgoing]:
    """Remind the leaders of a case that nobody has answered."""
    about = await concerned(context, subject)
    if about is None or not about.case.is_open or not _waits(about.case):
        return []
    within = context.now - about.case.started_at
    html = unanswered(about.telling.say, about.case, await leaders(context, about), within)
    return [await notice(context, about, html, f"respond_by:{subject}")]


def _waits(case: Case) -> bool:
    # Who asked may have taken it on: that is no first response, and yet nobody need be called.
    is_own = case.state is not State.NEW and case.handler in case.requesters
    return case.responded_at is None and not is_own
