"""The rating window has ended: the case is closed, and its card and request no longer ask."""

from bot.due.concerned import concerned
from commands.context import Context
from commands.rating_request import rating_edit
from commands.scene import Scene, redrawn
from domain.decisions import close
from domain.delivery import Outgoing
from domain.events import Entry
from domain.kinds import Line
from domain.roles import Actor
from reports.rating import Step
from storage.record import record


async def window_end(context: Context, subject: str) -> list[Outgoing]:
    """Close a case whose outcome still stands when its rating window is over."""
    about = await concerned(context, subject)
    event = close(about.case, context.now) if about else None
    if about is None or event is None:
        return []
    case = await record(context.work, about.case.number, [Entry(context.now, None, event)])
    scene = Scene(case, about.group, Actor(context.bot.id))
    card = await redrawn(context, scene, case)
    if case.line is not Line.RESIDENTS:
        return [card]
    return [card, await rating_edit(context, scene, case, Step.OVER)]
