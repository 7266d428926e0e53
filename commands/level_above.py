"""What the community and above are told in private, and a handler never learns from here."""

from collections.abc import Callable

from markupsafe import Markup

from commands.context import Context
from commands.handled import handled_by
from commands.scene import Scene
from commands.spoken_language import language_with
from domain.ballots import Paper
from domain.case import Case
from domain.delivery import Outgoing, Post, Purpose, Urgency
from domain.roles import Role, Scope, ScopeKind
from domain.text import clip
from reports.language import Language
from reports.rating import score_word

MOST_REASON = 1500


async def tell_of_low_score(context: Context, scene: Scene, paper: Paper) -> list[Outgoing]:
    """Tell that a requester was not satisfied with something settled."""

    def told(say: Language) -> Markup:
        return say(
            "№{n} in {group}: rated “{score}”, though solved. A reason may follow.\n#case{n}",
            n=paper.case,
            group=scene.group.title,
            score=score_word(say, paper.score or 0),
        )

    key = f"low:{paper.case}:{paper.round}:{paper.requester}:{paper.score}"
    return await _tell(context, scene, key, told)


async def tell_of_reason(context: Context, scene: Scene, words: str, key: str) -> list[Outgoing]:
    """Tell what a requester says about a rating."""

    def told(say: Language) -> Markup:
        return say(
            "№{n} in {group}, the requester says: {words}\n#case{n}",
            n=scene.case.number,
            group=scene.group.title,
            words=clip(words, MOST_REASON),
        )

    return await _tell(context, scene, key, told)


async def tell_of_reopening(context: Context, scene: Scene, case: Case) -> list[Outgoing]:
    """Tell that a case was called not solved again."""

    def told(say: Language) -> Markup:
        return say(
            "№{n} in {group} was called not solved, and is open again. Times so far: {times}.\n"
            "#case{n}",
            n=case.number,
            group=scene.group.title,
            times=case.reopened,
        )

    return await _tell(context, scene, f"reopened:{case.number}:{case.reopened}", told)


async def _tell(
    context: Context, scene: Scene, key: str, told: Callable[[Language], Markup]
) -> list[Outgoing]:
    return [
        Post(
            chat=user,
            html=told(await language_with(context, user)),
            dedupe=f"{key}:{user}",
            purpose=Purpose.NOTICE,
            case=scene.case.number,
            urgency=Urgency.NOTICE,
        )
        for user in await _above(context, scene)
    ]


async def _above(context: Context, scene: Scene) -> list[int]:
    """Return the members and heads of the community who have started the bot, but no handler.

    A bot cannot write first; the others find it in the figures.
    """
    group, work = scene.group, context.work
    if group.community is None or group.accepted_at is None:
        return []
    community = Scope(ScopeKind.COMMUNITY, group.community)
    grants = await work.roles.holders(community, Role.MEMBER)
    story = await work.stories.one(scene.case.number)
    handlers = handled_by(story) if story else set()
    users = {grant.user for grant in grants} - handlers - {scene.actor.id}
    return [user for user in sorted(users) if await work.members.has(user, user)]
