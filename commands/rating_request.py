"""The request to rate an outcome: posted once a round, then edited as the paper is filled in."""

from commands.calling import origin
from commands.context import Context
from commands.scene import Scene, telling_for
from domain.case import Case
from domain.delivery import Edit, Post, Purpose
from reports.rating import RatingFacts, Step, rating


def rating_key(case: Case) -> str:
    """Return the key of the post that asks for the rating of the latest round."""
    return f"rating:{case.number}:{case.rounds}"


async def rating_post(context: Context, scene: Scene, case: Case) -> Post:
    """Ask the requester to rate, as a reply to the words that opened the case."""
    say = telling_for(context, scene.group).say
    html, keyboard = rating(await _facts(context, scene, case), Step.SCORE, say)
    return Post(
        chat=scene.group.chat,
        html=html,
        dedupe=rating_key(case),
        purpose=Purpose.RATING,
        case=case.number,
        reply_to=await origin(context, scene.group, case),
        keyboard=keyboard,
    )


async def rating_edit(context: Context, scene: Scene, case: Case, step: Step) -> Edit:
    """Show another step of the request in its place."""
    say = telling_for(context, scene.group).say
    html, keyboard = rating(await _facts(context, scene, case), step, say)
    return Edit(scene.group.chat, html, rating_key(case), keyboard, case.number)


async def _facts(context: Context, scene: Scene, case: Case) -> RatingFacts:
    telling = telling_for(context, scene.group)
    names = await context.work.people.names([case.requester or 0])
    texts = await context.work.texts.read([case.remark or ""])
    ends = case.rate_until
    return RatingFacts(
        case=case,
        requester=names.get(case.requester or 0, "…"),
        remark=texts.get(case.remark or "", "…"),
        until=telling.say.moment(ends, telling.zone) if ends else "",
        bot=context.bot.username,
    )
