"""Rate: the requester gives a score and says whether it is solved; the group sees neither."""

from dataclasses import replace

from commands.booth import Booth, enter
from commands.context import Context
from commands.incoming import Tapped
from commands.level_above import tell_of_low_score
from commands.meant import not_here
from commands.one_line import OneLine
from commands.rating_request import rating_edit
from commands.scene import happens, redrawn
from domain import voting
from domain.ballots import SCORES
from domain.delivery import Outgoing, PopUp
from reports.rating import Step, score_word


async def rate_tapped(
    context: Context, tapped: Tapped, arguments: tuple[str, ...]
) -> list[Outgoing]:
    """Take a score; it may be changed until the window ends, and a second tap changes nothing."""
    booth, score = await enter(context, tapped, arguments), _score(context, arguments)
    case = booth.scene.case
    if booth.paper.score != score:
        event = voting.rate(case, booth.papers, booth.scene.actor, booth.tap, score)
        case = await happens(context, booth.scene, event)
    told = context.say("You chose: {score}. Is it solved?", score=score_word(context.say, score))
    return [
        await redrawn(context, booth.scene, case),
        await rating_edit(context, booth.scene, case, Step.SOLVED),
        PopUp(tapped.tap, told.unescape()),
    ]


async def solved_tapped(
    context: Context, tapped: Tapped, arguments: tuple[str, ...]
) -> list[Outgoing]:
    """Take "solved"; a low score with it wants a reason, and the level above is told."""
    booth = await enter(context, tapped, arguments)
    scene = booth.scene
    if booth.paper.solved is not True:
        event = voting.solved(scene.case, booth.papers, scene.actor, booth.tap)
        await happens(context, scene, event)
    edit = await rating_edit(context, scene, scene.case, Step.DONE)
    return [edit, *await _thanks(context, tapped, booth)]


async def revote_tapped(
    context: Context, tapped: Tapped, arguments: tuple[str, ...]
) -> list[Outgoing]:
    """Show the scores again; what was chosen stands until another is chosen."""
    booth = await enter(context, tapped, arguments)
    edit = await rating_edit(context, booth.scene, booth.scene.case, Step.SCORE)
    return [edit, PopUp(tapped.tap, "")]


async def _thanks(context: Context, tapped: Tapped, booth: Booth) -> list[Outgoing]:
    paper = replace(booth.paper, solved=True)
    if not voting.wants_reason(paper):
        return [PopUp(tapped.tap, context.say("Thank you for rating.").unescape())]
    told = context.say(
        "Thank you. Please tell the committee what was not right: tap “Say more, in private”."
    )
    above = await tell_of_low_score(context, booth.scene, paper)
    return [PopUp(tapped.tap, told.unescape(), alert=True), *above]


def _score(context: Context, arguments: tuple[str, ...]) -> int:
    if arguments[2:] not in {(str(score),) for score in SCORES}:
        raise OneLine(not_here(context))
    return int(arguments[2])
