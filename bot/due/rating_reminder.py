"""Two days after an outcome, whoever has not rated it is reminded once."""

from bot.due.concerned import Concerned, concerned, notice
from commands.context import Context
from domain.ballots import Paper
from domain.delivery import Outgoing, Post, Purpose
from domain.kinds import State
from reports.reminders import please_rate


async def rating_reminder(context: Context, subject: str) -> list[Outgoing]:
    """Remind the requesters whose papers of the latest round are still blank."""
    about = await concerned(context, subject)
    if about is None or about.case.state is not State.RESOLVED:
        return []
    papers = await context.work.cases.papers(about.case.number)
    blank = [
        paper
        for paper in papers
        if paper.round == about.case.rounds and paper.score is None
        if paper.requester in about.case.requesters and paper.closes_at > context.now
    ]
    return [await _reminder(context, about, paper) for paper in blank]


async def _reminder(context: Context, about: Concerned, paper: Paper) -> Post:
    say, zone = about.telling.say, about.telling.zone
    names = await context.work.people.names([paper.requester])
    called = (paper.requester, names.get(paper.requester, ""))
    html = please_rate(say, about.case, called, say.moment(paper.closes_at, zone))
    key = f"rating_reminder:{paper.case}:{paper.round}:{paper.requester}"
    return await notice(context, about, html, key, below=Purpose.RATING)
