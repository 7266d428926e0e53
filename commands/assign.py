"""Assign: a role-holder names who is to handle a case."""

from dataclasses import replace

from commands.calling import call, called, once
from commands.context import Context
from commands.handler import claim_link, named_handler
from commands.incoming import Said
from commands.one_line import OneLine
from commands.scene import Scene, happens, scene_said, shown, telling_for
from domain import decisions
from domain.case import Case
from domain.delivery import Link, Outgoing, Post
from domain.grammar import Reading
from domain.kinds import Move
from reports.card_message import claim_key


async def assign(context: Context, said: Said, reading: Reading) -> list[Outgoing]:
    """Name the handler, and tell them; a name never seen gets a link to claim the case by."""
    scene = await scene_said(context, said, reading, Move.ASSIGN)
    named = await named_handler(context, reading)
    if named.username is not None:
        return await _unseen(context, said, scene, named.username)
    if named.user is None:
        raise OneLine(context.say("Say who is to handle it: #assign @name."))
    case = await happens(context, scene, decisions.assign(scene.case, scene.actor, named.user))
    return [*await shown(context, said, scene, case), await _told(context, said, scene, case)]


async def _told(context: Context, said: Said, scene: Scene, case: Case) -> Post:
    telling = telling_for(context, scene.group)
    say = telling.say
    html = say(
        "{name}, please handle №{n}. It is due by {moment}.\n#case{n}",
        name=await called(context, case.handler),
        n=case.number,
        moment=say.moment(case.due_at, telling.zone),
    )
    return await call(context, scene.group, case, once("assigned", said), html)


async def _unseen(context: Context, said: Said, scene: Scene, username: str) -> list[Outgoing]:
    number = scene.case.number
    if scene.case.handler is not None:
        raise OneLine(
            context.say(
                "I have not met @{name} yet. Once they write here, №{n} can be given to them.",
                name=username,
                n=number,
            )
        )
    link = claim_link(context, number, username)
    await context.work.memory.keep(claim_key(number), link)
    responded = decisions.respond(scene.case, scene.actor)
    case = await happens(context, scene, responded) if responded else scene.case
    say = telling_for(context, scene.group).say
    html = say(
        "@{name}, №{n} is meant for you, but I have not met you yet. Tap below to take it on.\n"
        "#case{n}",
        name=username,
        n=number,
    )
    post = await call(context, scene.group, case, once("claim", said), html)
    button = Link(say("I am @{name}", name=username).unescape(), link)
    return [*await shown(context, said, scene, case), replace(post, keyboard=((button,),))]
