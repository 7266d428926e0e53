"""The one way areas, groups, roles and settings change: into the ledger, and into their rows."""

from domain.governance import (
    Affair,
    AreaAdded,
    GroupAdded,
    GroupPlaced,
    GroupRekeyed,
    RoleGranted,
    RoleRevoked,
    SettingChanged,
    SnapshotFrozen,
)
from domain.roles import Role, Scope, ScopeKind
from storage.areas import Area
from storage.evolving import (
    GROUP_SETTINGS,
    By,
    GroupAffair,
    added_area,
    added_group,
    changed_grant,
    changed_group,
)
from storage.groups import Group
from storage.ledger import Happening
from storage.roles import Grant
from storage.snapshots import Snapshot
from storage.work import Work

# No chat of Telegram's: where a group stands for a moment while two change places.
NO_CHAT = 0


async def add_area(
    work: Work, kind: ScopeKind, name: str, by: By, *, parent: int | None = None
) -> Area:
    """Bring a community or sub-district under supervision."""
    event = AreaAdded(await work.counters.next("area"), kind, name, parent)
    area = added_area(event)
    await record_affair(work, Scope(kind, area.id), event, by)
    await work.areas.write(area)
    return area


async def place_area(work: Work, community: Area, subdistrict: int, by: By) -> Area:
    """Bring a community that is known already under a sub-district's supervision."""
    event = AreaAdded(community.id, community.kind, community.name, subdistrict)
    area = added_area(event)
    await record_affair(work, Scope(community.kind, community.id), event, by)
    await work.areas.write(area)
    return area


async def add_group(work: Work, chat: int, title: str, by: By) -> Group:
    """Make a chat a service group."""
    event = GroupAdded(await work.counters.next("group"), chat)
    group = added_group(event, by, title)
    await record_affair(work, Scope(ScopeKind.GROUP, group.id), event, by)
    await work.groups.write(group)
    return group


async def place_group(
    work: Work, group: Group, community: int, by: By, *, accepted: bool = False
) -> Group:
    """Ask that a group count in a community, or (`accepted`) agree to it as its head."""
    return await _change_group(work, group, GroupPlaced(group.id, community, accepted), by)


async def rekey_group(work: Work, old_chat: int, new_chat: int, by: By) -> None:
    """Follow a group to its new chat id, with its members, posts and waiting messages.

    A repeated notice of the same move changes nothing. Had the new chat spoken first and become a
    group of its own, that one takes the dead chat's place, paused, with whatever it has.
    """
    group, newcomer = await work.groups.by_chat(old_chat), await work.groups.by_chat(new_chat)
    if group is None or (newcomer is not None and newcomer.id < group.id):
        return
    if newcomer is not None:
        newcomer = await _change_group(work, newcomer, GroupRekeyed(newcomer.id, NO_CHAT), by)
    await _change_group(work, group, GroupRekeyed(group.id, new_chat), by)
    if newcomer is not None:
        await _change_group(work, newcomer, GroupRekeyed(newcomer.id, old_chat), by)
        await work.groups.pause(old_chat, "the chat became another one")
    await work.members.rekey(old_chat, new_chat)
    await work.posts.rekey(old_chat, new_chat)
    await work.outbox.rekey(old_chat, new_chat)


async def change_setting(work: Work, scope: Scope, name: str, value: str, by: By) -> None:
    """Set a setting of the deployment, an area or a group; an empty value is the default again.

    Raises LookupError when the group does not exist.
    """
    event = SettingChanged(name, value)
    if scope.kind is ScopeKind.GROUP and name in GROUP_SETTINGS:
        await _change_group(work, await _group(work, scope.id), event, by)
        return
    await record_affair(work, scope, event, by)
    await work.settings.write(scope, name, value)


async def grant(work: Work, user: int, role: Role, scope: Scope, by: By) -> Grant:
    """Give somebody a role."""
    return await _change_grant(work, RoleGranted(user, role, scope), by)


async def revoke(work: Work, user: int, role: Role, scope: Scope, by: By) -> Grant:
    """Take somebody's role back; raises ValueError when it never was given."""
    return await _change_grant(work, RoleRevoked(user, role, scope), by)


async def freeze(work: Work, snapshot: Snapshot, by: By) -> Snapshot:
    """Keep the figures of a closed period for good, and return them with their id."""
    frozen = snapshot.numbered(await work.counters.next("snapshot"))
    event = SnapshotFrozen(frozen.scope, frozen.start, frozen.end, frozen.as_of, frozen.digest())
    await record_affair(work, frozen.scope, event, by)
    await work.snapshots.write(frozen)
    return frozen


async def record_affair(work: Work, scope: Scope, affair: Affair, by: By) -> str:
    """Append an affair to the chain of its scope, and return the chain's new head.

    The caller keeps the row that follows from it; the functions above are that for each affair.
    """
    return await work.ledger.append(scope, [Happening(by.at, by.actor, affair)])


async def _change_group(work: Work, group: Group, event: GroupAffair, by: By) -> Group:
    changed = changed_group(group, event, by)
    await record_affair(work, Scope(ScopeKind.GROUP, group.id), event, by)
    await work.groups.write(changed)
    return changed


async def _change_grant(work: Work, event: RoleGranted | RoleRevoked, by: By) -> Grant:
    before = await work.roles.find(event.user, event.role, event.scope)
    changed = changed_grant(before, event, by)
    await record_affair(work, event.scope, event, by)
    await work.roles.write(changed)
    return changed


async def _group(work: Work, group: int) -> Group:
    found = await work.groups.get(group)
    if found is None:
        raise LookupError(f"there is no group {group}")
    return found
