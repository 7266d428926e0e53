"""`/roles`: who holds which role over this group, or in private over what one's roles reach."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.answers import answer
from commands.context import Context
from commands.incoming import Said
from commands.one_line import OneLine
from commands.registration import group_of
from commands.role_told import scope_name
from commands.role_words import role_name
from commands.spheres import spheres_of
from domain.delivery import Outgoing
from domain.grammar import Reading
from domain.roles import Role, Scope, ScopeKind
from domain.text import clip
from storage.groups import Group
from storage.roles import Grant

MOST_OWN = 6
MOST_LINES = 12
MOST_NAMES = 4
NAME_UNITS = 32


async def roles(context: Context, said: Said, _reading: Reading) -> list[Outgoing]:
    """List who holds a role: everybody may know who leads their group, and who is above."""
    if said.chat.private:
        lines = await _reached(context, said.sender.id)
    else:
        lines = await _over(context, await group_of(context, said.chat))
    return [answer(said, Markup("\n").join(lines))]


async def _over(context: Context, group: Group) -> list[Markup]:
    grants = await context.work.roles.listing(await _scopes_over(context, group))
    lines = await _by_scope(context, grants)
    if context.policy.administrators_lead:
        lines += await _administrators(context, group)
    if lines:
        return [context.say("<b>Roles here</b>"), *lines]
    return [
        context.say(
            "Nobody holds a role here yet. An administrator of the chat names a grid leader: "
            "<code>/grant @name leader</code>"
        )
    ]


async def _scopes_over(context: Context, group: Group) -> list[Scope]:
    scopes = [Scope(ScopeKind.GROUP, group.id)]
    if group.community is None or group.accepted_at is None:
        return scopes
    scopes.append(Scope(ScopeKind.COMMUNITY, group.community))
    community = await context.work.areas.get(group.community)
    if community is not None and community.parent is not None:
        scopes.append(Scope(ScopeKind.SUBDISTRICT, community.parent))
    return scopes


async def _administrators(context: Context, group: Group) -> list[Markup]:
    users = await context.work.members.administrators(group.chat)
    users = tuple(user for user in users if user != context.bot.id)
    if not users:
        return []
    names = await _names(context, users)
    return [context.say("Administrators of the chat, who lead here too: {names}", names=names)]


async def _reached(context: Context, user: int) -> list[Markup]:
    own = await context.work.roles.of(user)
    spheres = await spheres_of(context, user)
    if not spheres:
        raise OneLine(
            context.say("You hold no role. To see who does in your group, write /roles there.")
        )
    others = await context.work.roles.listing([sphere.scope for sphere in spheres])
    lines = await _by_scope(context, [grant for grant in others if grant not in own])
    mine = await _by_scope(context, own)
    if user in context.owners:
        mine.insert(0, role_name(context.say, Role.OWNER))
    blocks = [context.say("<b>Your roles</b>"), *mine[:MOST_OWN]]
    if lines:
        blocks += [context.say("<b>Within your reach</b>"), *lines[:MOST_LINES]]
    if len(lines) > MOST_LINES:
        blocks.append(context.say("and {n} more", n=len(lines) - MOST_LINES))
    return blocks


async def _by_scope(context: Context, grants: Sequence[Grant]) -> list[Markup]:
    """Tell each role of each scope in one line, the highest first."""
    holders: dict[tuple[Role, Scope], list[int]] = {}
    for grant in grants:
        holders.setdefault((grant.role, grant.scope), []).append(grant.user)
    return [
        context.say(
            "{role}, {where}: {names}",
            role=role_name(context.say, role),
            where=await scope_name(context, scope),
            names=await _names(context, users),
        )
        for (role, scope), users in holders.items()
    ]


async def _names(context: Context, users: Sequence[int]) -> Markup:
    known = await context.work.people.names(users)
    shown = [clip(known.get(user, str(user)), NAME_UNITS) for user in users[:MOST_NAMES]]
    return context.say.listed(shown + (["…"] if len(users) > MOST_NAMES else []))
