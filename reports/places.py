"""What a scope is called, which groups count in it, and of which parts it is made."""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.roles import Scope, ScopeKind
from reports.language import Language
from storage.groups import Group
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Place:
    """A group or area by name, with its groups; an area's parts stand in the order they joined."""

    name: str
    groups: frozenset[int]
    parts: tuple["Place", ...] = ()


async def place(work: Work, scope: Scope, say: Language) -> Place:
    """Return what a scope is made of; raises LookupError when there is none such."""
    match scope.kind:
        case ScopeKind.GROUP:
            return await _group(work, scope.id)
        case ScopeKind.COMMUNITY:
            return await _community(work, scope.id)
        case ScopeKind.SUBDISTRICT:
            return await _subdistrict(work, scope.id)
        case ScopeKind.DEPLOYMENT:
            return _whole(say("All groups"), map(_of, await work.groups.listing()))


async def _group(work: Work, group: int) -> Place:
    found = await work.groups.get(group)
    if found is None:
        raise LookupError(f"there is no group {group}")
    return _of(found)


async def _community(work: Work, area: int) -> Place:
    groups = await work.groups.of_community(area)
    return _whole(await _name(work, area), map(_of, groups))


async def _subdistrict(work: Work, area: int) -> Place:
    communities = await work.areas.communities_of(area)
    parts = [await _community(work, community.id) for community in communities]
    return _whole(await _name(work, area), parts)


async def _name(work: Work, area: int) -> str:
    found = await work.areas.get(area)
    if found is None:
        raise LookupError(f"there is no area {area}")
    return found.name


def _whole(name: str, parts: Iterable[Place]) -> Place:
    whole = tuple(parts)
    return Place(name, frozenset[int]().union(*(part.groups for part in whole)), whole)


def _of(group: Group) -> Place:
    return Place(group.title, frozenset({group.id}))
