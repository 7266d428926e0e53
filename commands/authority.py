"""Which role somebody has over any scope, from wherever it reaches down."""

from commands.actor import actor_in
from commands.context import Context
from commands.incoming import Sender, SenderKind
from domain.roles import Role, Scope, ScopeKind


async def role_at(context: Context, sender: Sender, scope: Scope) -> Role | None:
    """Return the role somebody has over a scope."""
    if scope.kind is ScopeKind.GROUP:
        group = await context.work.groups.get(scope.id)
        return (await actor_in(context, sender, group)).role if group else None
    if sender.kind is not SenderKind.PERSON:
        return None
    if sender.id in context.owners:
        return Role.OWNER
    return await context.work.roles.held_at(sender.id, scope)


async def administers(context: Context, sender: Sender, scope: Scope) -> bool:
    """Whether somebody administers the chat of a group, and leads it thereby."""
    if scope.kind is not ScopeKind.GROUP or not context.policy.administrators_lead:
        return False
    group = await context.work.groups.get(scope.id)
    if group is None:
        return False
    if sender.kind is SenderKind.THE_GROUP:
        return sender.id == group.chat
    return await context.work.members.administers(group.chat, sender.id)
