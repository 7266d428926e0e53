"""Which role somebody has over any scope, and which roles they may give and take there."""

from markupsafe import Markup

from commands.actor import actor_in
from commands.context import Context
from commands.incoming import Sender, SenderKind
from commands.one_line import OneLine
from commands.role_words import role_name
from domain.granting import may_grant
from domain.roles import GRANTED_BY, Role, Scope, ScopeKind
from reports.language import Language


async def role_at(context: Context, sender: Sender, scope: Scope) -> Role | None:
    """Return the role somebody has over a scope, from wherever it reaches down."""
    if scope.kind is ScopeKind.GROUP:
        group = await context.work.groups.get(scope.id)
        return (await actor_in(context, sender, group)).role if group else None
    if sender.kind is not SenderKind.PERSON:
        return None
    if sender.id in context.owners:
        return Role.OWNER
    return await context.work.roles.held_at(sender.id, scope)


async def may_give(context: Context, sender: Sender, role: Role, scope: Scope) -> bool:
    """Whether somebody may give or take a role over a scope."""
    held = await role_at(context, sender, scope)
    return may_grant(role, held, administers=await _administers(context, sender, scope))


async def check_may_give(context: Context, sender: Sender, role: Role, scope: Scope) -> None:
    """Raise OneLine unless somebody may give or take a role over a scope."""
    if await may_give(context, sender, role, scope):
        return
    say = context.say
    if scope.kind is not ScopeKind.GROUP and await role_at(context, sender, scope) is None:
        raise OneLine(not_reached(say))
    if role is Role.LEADER:
        raise OneLine(
            say("Grid leaders are named by the committee, or by an administrator of the chat.")
        )
    raise OneLine(
        say(
            "You cannot give this role there: {role} is named by {above}, or from above.",
            role=role_name(say, role),
            above=role_name(say, GRANTED_BY[role]),
        )
    )


def not_reached(say: Language) -> Markup:
    """Say the same of an area that is not there and of one out of reach: nobody learns which."""
    return say("You hold no role that lets you give this one there.")


async def _administers(context: Context, sender: Sender, scope: Scope) -> bool:
    if scope.kind is not ScopeKind.GROUP or not context.policy.administrators_lead:
        return False
    group = await context.work.groups.get(scope.id)
    if group is None:
        return False
    if sender.kind is SenderKind.THE_GROUP:
        return sender.id == group.chat
    return await context.work.members.administers(group.chat, sender.id)
