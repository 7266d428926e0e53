"""The polling booth: who taps on the request to rate, on which papers, and when."""

from dataclasses import dataclass

from commands.context import Context
from commands.incoming import Tapped
from commands.one_line import OneLine
from commands.scene import Scene, scene_tapped
from domain.ballots import Paper
from domain.voting import Tap, open_paper


@dataclass(frozen=True, slots=True)
class Booth:
    """What a vote is decided by; `paper` is the voter's own, of the latest round."""

    scene: Scene
    papers: tuple[Paper, ...]
    tap: Tap
    paper: Paper


async def enter(context: Context, tapped: Tapped, arguments: tuple[str, ...]) -> Booth:
    """Let the requester vote, within the window; codes are `(case, round, …)`.

    Raises Refused for anybody else or too late, and OneLine on a request of an earlier round.
    """
    scene = await scene_tapped(context, tapped, arguments)
    case = scene.case
    tap = Tap(tapped.at, tapped.not_before)
    papers = await context.work.cases.papers(case.number)
    paper = open_paper(case, papers, scene.actor, tap)
    if arguments[1:2] != (str(case.rounds),):
        raise OneLine(
            context.say(
                "This was asked about an earlier outcome of №{n}. Please use the newer message.",
                n=case.number,
            )
        )
    return Booth(scene, papers, tap, paper)
