"""Reword: the message that opened a case was edited."""

from markupsafe import Markup

from commands.answers import answer
from commands.calling import origin
from commands.context import Context
from commands.incoming import Said
from commands.scene import Scene, happens, redrawn, scene_of
from domain.delivery import Outgoing
from domain.events import Reworded
from domain.grammar import Reading


async def reword(context: Context, said: Said, reading: Reading, number: int) -> list[Outgoing]:
    """Keep the new words beside the old while the case is open; its start never moves."""
    scene = await scene_of(context, number, said.sender)
    if not scene.case.is_open or not await _is_authors(context, said, scene):
        return []
    outgoing = await _reworded(context, scene, reading)
    if reading.kind is None and scene.case.tagger == said.sender.id:
        outgoing.append(answer(said, _kept(context, number)))
    return outgoing


async def _is_authors(context: Context, said: Said, scene: Scene) -> bool:
    author = scene.case.requester or scene.case.tagger
    return said.sender.id == author and said.message == await origin(
        context, scene.group, scene.case
    )


async def _reworded(context: Context, scene: Scene, reading: Reading) -> list[Outgoing]:
    texts = context.work.texts
    if reading.text in (await texts.read([scene.case.words])).values():
        return []
    words = await texts.seal(reading.text)
    return [await redrawn(context, scene, await happens(context, scene, Reworded(words)))]


def _kept(context: Context, number: int) -> Markup:
    return context.say(
        "The tag is gone, №{n} stays. To take it back, reply to its card with #withdraw.\n#case{n}",
        n=number,
    )
