"""Resolve: a role-holder reports a case settled, and the requester is asked to rate."""

from commands.case_dates import settled_dates
from commands.context import Context
from commands.incoming import Said, Tapped
from commands.rating_request import rating_post
from commands.scene import happens, scene_said, scene_tapped, sealed, shown
from domain import decisions
from domain.delivery import Outgoing
from domain.grammar import Reading
from domain.kinds import Move
from domain.moves import Because, Refused, check


async def resolve(context: Context, said: Said, reading: Reading) -> list[Outgoing]:
    """Report settled, with a word on what was done."""
    scene = await scene_said(context, said, reading, Move.RESOLVE)
    words = await sealed(context, reading.text)
    event = decisions.resolve(scene.case, scene.actor, words, context.now, context.policy)
    case = await happens(context, scene, event)
    papers = await context.work.cases.papers(case.number)
    asked = [paper for paper in papers if paper.round == case.rounds]
    await settled_dates(context, case, rated=bool(asked))
    outcome = await shown(context, said, scene, case)
    return [*outcome, await rating_post(context, scene, case)] if asked else outcome


async def resolve_tapped(
    context: Context, tapped: Tapped, arguments: tuple[str, ...]
) -> list[Outgoing]:
    """Tell how to report settled: a tap cannot carry the word on what was done."""
    scene = await scene_tapped(context, tapped, arguments)
    check(Move.RESOLVE, scene.case, scene.actor)
    raise Refused(Move.RESOLVE, Because.NEEDS_WORDS, scene.case)
