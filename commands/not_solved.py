"""Not solved: the requester says so, confirms it by one more tap, and the case opens again."""

from commands.booth import enter
from commands.context import Context
from commands.incoming import Tapped
from commands.level_above import tell_of_reopening
from commands.rating_request import rating_edit
from commands.reopening import reopened
from commands.scene import happens
from domain import voting
from domain.delivery import Outgoing, PopUp
from domain.kinds import Cause
from reports.rating import Step

TELL_ABOVE_FROM = 2


async def unsolved_tapped(
    context: Context, tapped: Tapped, arguments: tuple[str, ...]
) -> list[Outgoing]:
    """Ask for one more tap; nothing is recorded yet."""
    booth = await enter(context, tapped, arguments)
    edit = await rating_edit(context, booth.scene, booth.scene.case, Step.CONFIRM)
    return [edit, PopUp(tapped.tap, "")]


async def confirm_tapped(
    context: Context, tapped: Tapped, arguments: tuple[str, ...]
) -> list[Outgoing]:
    """Open the case again; from the second time on the level above is told."""
    booth = await enter(context, tapped, arguments)
    scene = booth.scene
    judged, again = voting.not_solved(
        scene.case, booth.papers, scene.actor, booth.tap, context.policy
    )
    case = await happens(context, scene, judged, again)
    told = context.say("№{n} is open again. It will be seen to.", n=case.number)
    outgoing = await reopened(context, scene, case, Cause.NOT_SOLVED)
    if case.reopened >= TELL_ABOVE_FROM:
        outgoing += await tell_of_reopening(context, scene, case)
    return [*outgoing, PopUp(tapped.tap, told.unescape())]
