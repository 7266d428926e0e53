"""Void: a case opened by mistake is taken back, alone while it is fresh, later by two people."""

from commands.context import Context
from commands.incoming import Tapped
from commands.scene import happens, redrawn, scene_tapped
from domain import decisions
from domain.delivery import Outgoing, PopUp
from domain.kinds import State


async def void_tapped(
    context: Context, tapped: Tapped, arguments: tuple[str, ...]
) -> list[Outgoing]:
    """Take back the case of the card, or note that one person calls it a mistake."""
    scene = await scene_tapped(context, tapped, arguments)
    event = decisions.void(scene.case, scene.actor, context.now, context.policy)
    case = await happens(context, scene, event)
    if case.state is State.VOID:
        told = context.say("№{n} is taken back and counts as void.", n=case.number)
    else:
        told = context.say(
            "It is too late to take №{n} back alone: a second person has to agree. "
            "Its author or a grid leader can do so by the same button.",
            n=case.number,
        )
    alert = case.state is not State.VOID
    return [await redrawn(context, scene, case), PopUp(tapped.tap, told.unescape(), alert=alert)]
