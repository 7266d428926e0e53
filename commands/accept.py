"""Accept: a role-holder takes a case on."""

from commands.context import Context
from commands.incoming import Said, Tapped
from commands.scene import happens, redrawn, scene_said, scene_tapped, shown
from domain import decisions
from domain.delivery import Outgoing, PopUp
from domain.grammar import Reading
from domain.kinds import Move


async def accept(context: Context, said: Said, reading: Reading) -> list[Outgoing]:
    """Take on the case that is meant."""
    scene = await scene_said(context, said, reading, Move.ACCEPT)
    case = await happens(context, scene, decisions.accept(scene.case, scene.actor))
    return await shown(context, said, scene, case)


async def accept_tapped(
    context: Context, tapped: Tapped, arguments: tuple[str, ...]
) -> list[Outgoing]:
    """Take on the case of the card."""
    scene = await scene_tapped(context, tapped, arguments)
    case = await happens(context, scene, decisions.accept(scene.case, scene.actor))
    told = context.say("№{n} is in your hands now.", n=case.number)
    return [await redrawn(context, scene, case), PopUp(tapped.tap, told.unescape())]
