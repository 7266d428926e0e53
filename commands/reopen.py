"""Reopen: a settled case is opened again."""

from commands.answers import answer
from commands.context import Context
from commands.incoming import Said, Tapped
from commands.reopening import reopened
from commands.scene import Scene, happens, scene_said, scene_tapped
from domain import decisions
from domain.delivery import Outgoing, PopUp
from domain.grammar import Reading
from domain.kinds import Move


async def reopen(context: Context, said: Said, reading: Reading) -> list[Outgoing]:
    """Open the case that is meant again."""
    scene = await scene_said(context, said, reading, Move.REOPEN)
    outgoing = await _reopen(context, scene)
    await context.work.posts.bind(said.chat.id, said.message, scene.case.number, None)
    if not said.chat.private:
        return outgoing
    line = context.say("№{n} is open again. #case{n}", n=scene.case.number)
    return [*outgoing, answer(said, line)]


async def reopen_tapped(
    context: Context, tapped: Tapped, arguments: tuple[str, ...]
) -> list[Outgoing]:
    """Open the case of the card again."""
    scene = await scene_tapped(context, tapped, arguments)
    outgoing = await _reopen(context, scene)
    told = context.say("№{n} is open again.", n=scene.case.number)
    return [*outgoing, PopUp(tapped.tap, told.unescape())]


async def _reopen(context: Context, scene: Scene) -> list[Outgoing]:
    event = decisions.reopen(scene.case, scene.actor, context.now, context.policy)
    case = await happens(context, scene, event)
    return await reopened(context, scene, case, event.cause)
