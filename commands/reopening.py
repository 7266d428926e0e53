"""What follows when a case is opened again: whoever has to act is called, the request ends."""

from markupsafe import Markup

from commands.calling import call, called
from commands.case_dates import reopened_dates
from commands.context import Context
from commands.rating_request import rating_edit
from commands.scene import Scene, redrawn, telling_for
from domain.case import Case
from domain.delivery import Outgoing
from domain.kinds import Cause, Line
from reports.case_words import case_tag
from reports.language import Language
from reports.rating import Step


async def reopened(context: Context, scene: Scene, case: Case, cause: Cause) -> list[Outgoing]:
    """Schedule the work, redraw card and request, and call the handler."""
    await reopened_dates(context, case)
    said: list[Outgoing] = [await redrawn(context, scene, case)]
    if case.line is Line.RESIDENTS:
        said.append(await rating_edit(context, scene, scene.case, Step.OVER))
    return [*said, await _called(context, scene, case, cause)]


async def _called(context: Context, scene: Scene, case: Case, cause: Cause) -> Outgoing:
    say = telling_for(context, scene.group).say
    lines = [_why(say, case, cause)]
    if case.handler is not None and case.handler > 0:
        handler = await called(context, case.handler)
        lines.append(say("{name}, please see to it.", name=handler))
    lines.append(case_tag(say, case.number))
    dedupe = f"reopened:{case.number}:{case.reopened}"
    return await call(context, scene.group, case, dedupe, Markup("\n").join(lines))


def _why(say: Language, case: Case, cause: Cause) -> Markup:
    n = case.number
    return {
        Cause.NOT_SOLVED: say("№{n} is open again: its requester says it is not solved.", n=n),
        Cause.REQUESTER: say("№{n} is open again: its requester asks for it.", n=n),
        Cause.SUPERVISOR: say("№{n} is open again: the committee asks for it.", n=n),
    }[cause]
