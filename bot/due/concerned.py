"""A case that something is due about, its group, and who should be told."""

from dataclasses import dataclass

from markupsafe import Markup

from commands.context import Context
from commands.scene import telling_for
from domain.case import Case
from domain.delivery import Post, Purpose, Urgency
from domain.roles import Scope, ScopeKind
from reports.reminders import Called
from reports.telling import Telling
from storage.groups import Group


@dataclass(frozen=True, slots=True)
class Concerned:
    """A case, its group, and how things are told there; nobody moves the case meanwhile."""

    case: Case
    group: Group
    telling: Telling


async def concerned(context: Context, subject: str) -> Concerned | None:
    """Return the case that a due item's subject names, such as `12` or `12:2`."""
    number = int(subject.partition(":")[0])
    locked = await context.work.cases.lock(number)
    group = await context.work.groups.get(locked[0].group) if locked else None
    if locked is None or group is None:
        return None
    return Concerned(locked[0], group, telling_for(context, group))


async def leaders(context: Context, about: Concerned) -> list[Called]:
    """Return who has to see to the case: its handler, else the leaders of its group."""
    case, work = about.case, context.work
    if case.handler is not None and case.handler > 0:
        return await _called(context, [case.handler])
    held = await work.roles.holders(Scope(ScopeKind.GROUP, about.group.id))
    users = [grant.user for grant in held]
    if context.policy.administrators_lead:
        users += await work.members.administrators(about.group.chat)
    asking = {context.bot.id, *case.requesters}
    return await _called(context, [user for user in dict.fromkeys(users) if user not in asking])


async def notice(
    context: Context, about: Concerned, html: Markup, key: str, *, below: Purpose = Purpose.CARD
) -> Post:
    """Return a quiet reply to the case's card, or to its latest message of another purpose."""
    chat, number = about.group.chat, about.case.number
    posts = await context.work.posts.of_case(number, below)
    return Post(
        chat=chat,
        html=html,
        dedupe=key,
        purpose=Purpose.NOTICE,
        case=number,
        reply_to=max((post.message for post in posts if post.chat == chat), default=None),
        urgency=Urgency.NOTICE,
        silent=True,
    )


async def _called(context: Context, users: list[int]) -> list[Called]:
    names = await context.work.people.names(users)
    return [(user, names[user]) for user in users if user in names]
