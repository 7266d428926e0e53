"""A group's settings, queried for `/setup`."""

from commands.authority import role_at
from commands.context import Context
from commands.incoming import Sender
from commands.lacking import lacking
from commands.setup_screens import SetupFacts
from domain.roles import Role, Scope, ScopeKind
from storage.areas import Area
from storage.groups import Group


async def facts_of(context: Context, group: Group, sender: Sender) -> SetupFacts:
    """Return the settings as they stand, and whether the asker may accept the group."""
    community = await context.work.areas.get(group.community) if group.community else None
    may_accept = community is not None and await leads_community(context, sender, community.id)
    return SetupFacts(
        group=group.id,
        title=group.title,
        language=group.language or context.default_language,
        zone=group.timezone or context.zone.key,
        lacks=lacking(context.bot, administrator=group.bot_is_administrator),
        community=community.name if community else None,
        accepted=group.accepted_at is not None,
        may_accept=may_accept,
    )


async def leads_community(context: Context, sender: Sender, community: int) -> bool:
    """Whether somebody is head of a community, or above."""
    role = await role_at(context, sender, Scope(ScopeKind.COMMUNITY, community))
    return role is not None and role >= Role.HEAD


async def communities(context: Context) -> tuple[Area, ...]:
    """Return the communities that somebody supervises; a mistyped one without holders is none."""
    found = []
    for area in await context.work.areas.listing():
        scope = Scope(area.kind, area.id)
        if area.kind is ScopeKind.COMMUNITY and await context.work.roles.holders(scope):
            found.append(area)
    return tuple(found)
