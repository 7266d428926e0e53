"""Ask: a role-holder needs to know more, and the requester is asked."""

from commands.calling import call, called, once
from commands.context import Context
from commands.incoming import Said
from commands.one_line import OneLine
from commands.scene import happens, scene_said, sealed, shown, telling_for
from domain import decisions
from domain.delivery import Outgoing
from domain.grammar import Reading
from domain.kinds import Move
from domain.text import clip

MOST_QUESTION = 1000


async def ask(context: Context, said: Said, reading: Reading) -> list[Outgoing]:
    """Put the question to the requester; until it is answered the net clock rests."""
    scene = await scene_said(context, said, reading, Move.ASK)
    if scene.case.requester is None:
        raise OneLine(context.say("№{n} has no requester to ask.", n=scene.case.number))
    words = await sealed(context, reading.text)
    case = await happens(context, scene, decisions.ask(scene.case, scene.actor, words))
    html = telling_for(context, scene.group).say(
        "{name}, a question on №{n}: {words}\nPlease answer by replying to this message.\n#case{n}",
        name=await called(context, case.requester),
        n=case.number,
        words=clip(reading.text, MOST_QUESTION),
    )
    question = await call(context, scene.group, case, once("asked", said), html)
    return [*await shown(context, said, scene, case), question]
