"""What a person's roles reach: areas and groups whose figures and cases they may see."""

from collections.abc import Iterable
from dataclasses import dataclass

from commands.area_names import folded
from commands.context import Context
from domain.roles import DEPLOYMENT, Scope, ScopeKind
from storage.areas import Area
from storage.groups import Group

_WIDEST_FIRST = (
    ScopeKind.DEPLOYMENT,
    ScopeKind.SUBDISTRICT,
    ScopeKind.COMMUNITY,
    ScopeKind.GROUP,
)


@dataclass(frozen=True, slots=True)
class Sphere:
    """A scope somebody's role reaches, its name, and the groups that count in it."""

    scope: Scope
    name: str
    groups: tuple[Group, ...]


async def spheres_of(context: Context, user: int) -> tuple[Sphere, ...]:
    """Return everything a person's roles reach down to, the widest first."""
    held = [grant.scope for grant in await context.work.roles.of(user)]
    if user in context.owners:
        held.append(DEPLOYMENT)
    if context.policy.administrators_lead:
        led = await context.work.groups.administered_by(user)
        held += [Scope(ScopeKind.GROUP, group.id) for group in led]
    reached: dict[Scope, Sphere] = {}
    for scope in held:
        reached |= {sphere.scope: sphere for sphere in await _reach(context, scope)}
    return tuple(sorted(reached.values(), key=_place))


def named(spheres: Iterable[Sphere], name: str) -> Sphere | None:
    """Return the widest sphere of this name, in letters of any case or width."""
    wanted = folded(name)
    return next((sphere for sphere in spheres if folded(sphere.name) == wanted), None)


async def _reach(context: Context, scope: Scope) -> list[Sphere]:
    work = context.work
    if scope.kind is ScopeKind.GROUP:
        group = await work.groups.get(scope.id)
        return [_of_group(group)] if group else []
    if scope.kind is ScopeKind.DEPLOYMENT:
        areas, groups = await work.areas.listing(), await work.groups.listing()
        everything = Sphere(DEPLOYMENT, context.say("everything").unescape(), groups)
        return [everything, *_within(areas, groups), *map(_of_group, groups)]
    area = await work.areas.get(scope.id)
    if area is None:
        return []
    if area.kind is ScopeKind.COMMUNITY:
        groups = await work.groups.of_community(area.id)
        return [*_within([area], groups), *map(_of_group, groups)]
    areas = (area, *await work.areas.communities_of(area.id))
    groups = await work.groups.of_subdistrict(area.id)
    return [*_within(areas, groups), *map(_of_group, groups)]


def _within(areas: Iterable[Area], groups: Iterable[Group]) -> list[Sphere]:
    """Give each area the groups its head has accepted; a sub-district those of its communities."""
    areas = list(areas)
    parents = {area.id: area.parent for area in areas}
    counted: dict[int, list[Group]] = {area.id: [] for area in areas}
    for group in groups:
        if group.community is None or group.accepted_at is None:
            continue
        for area in {group.community, parents.get(group.community)}:
            if area in counted:
                counted[area].append(group)
    return [Sphere(Scope(a.kind, a.id), a.name, tuple(counted[a.id])) for a in areas]


def _of_group(group: Group) -> Sphere:
    return Sphere(Scope(ScopeKind.GROUP, group.id), group.title, (group,))


def _place(sphere: Sphere) -> tuple[int, int]:
    return _WIDEST_FIRST.index(sphere.scope.kind), sphere.scope.id
