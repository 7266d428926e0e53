"""When Telegram refuses a group's messages for good, its committee learns that it is cut off."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.surroundings import Deployment
from domain.delivery import DeliveryFailed, Outgoing, Post, Purpose, Refusal, Urgency
from domain.roles import Role, Scope, ScopeKind
from reports.language import language, spoken
from storage.groups import Group
from storage.work import Work


async def tell_undelivered(
    deployment: Deployment, work: Work, failed: DeliveryFailed, at: datetime
) -> Sequence[Outgoing]:
    """Pause a group that refuses the bot, and tell who is responsible for it, in private.

    A person who blocked the bot, or one message that was refused, is nobody else's business;
    `gridward check` lists them.
    """
    group = await work.groups.by_chat(failed.chat)
    if group is None or failed.why is Refusal.REJECTED:
        return []
    await work.groups.pause(failed.chat, failed.words)
    return [
        await _post(deployment, work, group, reader, at)
        for reader in await _responsible(deployment, work, group)
    ]


async def _responsible(deployment: Deployment, work: Work, group: Group) -> Iterable[int]:
    """Return the members and heads of the group's community, else who runs the deployment."""
    if group.community is None or group.accepted_at is None:
        return sorted(deployment.owners)
    scope = Scope(ScopeKind.COMMUNITY, group.community)
    grants = await work.roles.holders(scope, Role.MEMBER)
    return dict.fromkeys(grant.user for grant in grants) or sorted(deployment.owners)


async def _post(
    deployment: Deployment, work: Work, group: Group, reader: int, at: datetime
) -> Post:
    person = await work.people.find(reader)
    say = language(spoken(person.language if person else None, deployment.default_language))
    return Post(
        chat=reader,
        html=say(
            "I can no longer write in {group}. Its cases are kept, and their clocks run on."
            " Let me back into the group, or let me write there, and I go on by myself.",
            group=group.title,
        ),
        dedupe=f"undelivered:{group.id}:{at.isoformat()}:{reader}",
        purpose=Purpose.NOTICE,
        urgency=Urgency.NOTICE,
    )
