"""A plain reply to a case: an answer that was asked for, its place, or a first response."""

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
    moves = allowed(scene.case, scene.actor)
    if Move.ANSWER in moves:
        return await _answer(context, said, scene, reading)
    if said.location is not None and Move.CORRECT in moves:
        return await _locate(context, said, scene, said.location)
    responded = decisions.respond(scene.case, scene.actor)
    if responded is not None:
        await happens(context, scene, responded)
    return []


async def _answer(context: Context, said: Said, scene: Scene, reading: Reading) -> list[Outgoing]:
    # A photo without words answers, too.
    place = _place(said.location) if said.location else ""
    words = await context.work.texts.seal(reading.text or place)
    case = await happens(context, scene, decisions.answer(scene.case, scene.actor, words))
    return await shown(context, said, scene, case)


async def _locate(
    context: Context, said: Said, scene: Scene, location: tuple[float, float]
) -> list[Outgoing]:
    place = await context.work.texts.seal(_place(location))
    event = decisions.correct(scene.case, scene.actor, place=place)
    return await shown(context, said, scene, await happens(context, scene, event))


def _place(location: tuple[float, float]) -> str:
    """Write a shared location: latitude and longitude in degrees, to about a metre."""
    return "{:.5f}, {:.5f}".format(*location)
