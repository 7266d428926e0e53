"""When Telegram refuses a group's messages for good, its committee learns that it is cut off."""

from collections.abc import Iterable, Sequence

from commands.context import Context
from commands.spoken_language import language_with
from domain.delivery import DeliveryFailed, Outgoing, Post, Purpose, Refusal, Urgency
from domain.roles import Role, Scope, ScopeKind
from storage.groups import Group


async def tell_undelivered(context: Context, failed: DeliveryFailed) -> Sequence[Outgoing]:
    """Tell who is responsible for a group that refuses the bot, in private.

    A person who blocked the bot, or one message that was refused, is nobody else's business;
    `gridward check` lists them.
    """
    group = await context.work.groups.by_chat(failed.chat)
    if group is None or failed.why is Refusal.REJECTED:
        return []
    return [await _post(context, group, reader) for reader in await _responsible(context, group)]


async def _responsible(context: Context, group: Group) -> Iterable[int]:
    """Return the members and heads of the group's community, else who runs the deployment."""
    if group.community is None or group.accepted_at is None:
        return sorted(context.owners)
    scope = Scope(ScopeKind.COMMUNITY, group.community)
    grants = await context.work.roles.holders(scope, Role.MEMBER)
    return dict.fromkeys(grant.user for grant in grants) or sorted(context.owners)


async def _post(context: Context, group: Group, reader: int) -> Post:
    say = await language_with(context, reader)
    return Post(
        chat=reader,
        html=say(
            "I can no longer write in {group}. Its cases are kept, and their clocks run on."
            " Let me back into the group, or let me write there, and I go on by myself.",
            group=group.title,
        ),
        dedupe=f"undelivered:{group.id}:{context.now.isoformat()}:{reader}",
        purpose=Purpose.NOTICE,
        urgency=Urgency.NOTICE,
    )
