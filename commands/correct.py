"""Correct: a role-holder replies to a case with the right kind, category or place."""

from markupsafe import Markup

from commands.answers import answer
from commands.context import Context
from commands.incoming import Said
from commands.scene import Scene, happens, scene_of, sealed, shown
from domain import decisions
from domain.delivery import Outgoing
from domain.grammar import Reading
from domain.kinds import Move
from domain.moves import allowed


async def correct(context: Context, said: Said, reading: Reading, number: int) -> list[Outgoing]:
    """Put right what the reply names; anybody else is pointed to the case that there is."""
    scene = await scene_of(context, number, said.sender)
    category = reading.categories[0] if reading.categories else None
    place = await _new_place(context, scene, reading)
    kind = None if reading.kind is scene.case.kind else reading.kind
    changes = bool(kind or place) or category not in (None, scene.case.category)
    if not changes or Move.CORRECT not in allowed(scene.case, scene.actor):
        return [answer(said, _pointer(context, number))]
    words = await sealed(context, place)
    event = decisions.correct(scene.case, scene.actor, kind=kind, category=category, place=words)
    return await shown(context, said, scene, await happens(context, scene, event))


async def _new_place(context: Context, scene: Scene, reading: Reading) -> str:
    known = await context.work.texts.read([scene.case.place or ""])
    return reading.place if reading.place and reading.place not in known.values() else ""


def _pointer(context: Context, number: int) -> Markup:
    return context.say(
        "This is №{n} already. Something else? Then write it as a new message, not as a reply.\n"
        "#case{n}",
        n=number,
    )
