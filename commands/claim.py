"""Claim: somebody who was named for a case before the bot knew them takes it on."""

from commands.actor import actor_in
from commands.answers import answer
from commands.context import Context
from commands.handler import claim_link
from commands.incoming import Said
from commands.meant import not_here
from commands.one_line import OneLine
from commands.scene import Scene, happens, redrawn
from domain import decisions
from domain.delivery import Outgoing
from domain.grammar import Reading
from reports.card_message import claim_key


async def claim(context: Context, said: Said, _reading: Reading, number: int) -> list[Outgoing]:
    """Take the case on, if it is the one this person's username was named for.

    Anybody can write such a link; whoever was not named learns nothing from it.
    """
    scene = await _named_scene(context, said, number)
    case = await happens(context, scene, decisions.claim(scene.case, scene.actor))
    await context.work.memory.keep(claim_key(number), "")
    line = context.say(
        "№{n} in {group} is in your hands now; its card there tells the rest. #case{n}",
        n=number,
        group=scene.group.title,
    )
    return [await redrawn(context, scene, case), answer(said, line)]


async def _named_scene(context: Context, said: Said, number: int) -> Scene:
    kept = await context.work.memory.recall(claim_key(number)) or ""
    username = said.sender.username or ""
    if not username or kept.lower() != claim_link(context, number, username).lower():
        raise OneLine(not_here(context, number))
    locked = await context.work.cases.lock(number)
    group = await context.work.groups.get(locked[0].group) if locked else None
    if locked is None or group is None:
        raise OneLine(not_here(context, number))
    return Scene(locked[0], group, await actor_in(context, said.sender, group))
