"""A plain reply to a case: what its requester was asked for, or a role-holder's first words."""

from commands.context import Context
from commands.incoming import Said
from commands.scene import Scene, happens, scene_of, shown
from domain import decisions
from domain.delivery import Outgoing
from domain.grammar import Reading
from domain.kinds import Move
from domain.moves import allowed


async def reply(context: Context, said: Said, reading: Reading, number: int) -> list[Outgoing]:
    """Take an answer that was waited for, and note a first response; other talk is only talk."""
    scene = await scene_of(context, number, said.sender)
    if Move.ANSWER in allowed(scene.case, scene.actor):
        return await _answer(context, said, scene, reading)
    responded = decisions.respond(scene.case, scene.actor)
    if responded is not None:
        await happens(context, scene, responded)
    return []


async def _answer(context: Context, said: Said, scene: Scene, reading: Reading) -> list[Outgoing]:
    # A photo without words answers, too.
    words = await context.work.texts.seal(reading.text)
    case = await happens(context, scene, decisions.answer(scene.case, scene.actor, words))
    return await shown(context, said, scene, case)
