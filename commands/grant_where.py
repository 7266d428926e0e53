"""Over what a role is given: this group, or the group or area that is named."""

from dataclasses import dataclass

from markupsafe import Markup

from commands.area_names import LONGEST_NAME, folded, split_names
from commands.context import Context
from commands.grant_asked import Asked
from commands.incoming import Said
from commands.one_line import OneLine
from commands.spheres import named, spheres_of
from domain.roles import GRANTED_OVER, Role, Scope, ScopeKind
from domain.text import clip
from storage.areas import Area
from storage.groups import Group


@dataclass(frozen=True, slots=True)
class Where:
    """The kind and name of a scope; `id` is None for an area that is not known yet.

    `above` names the sub-district that a community is to belong to, where one is written.
    """

    kind: ScopeKind
    name: str
    id: int | None = None
    above: str | None = None

    @property
    def scope(self) -> Scope | None:
        """The scope, once it is known."""
        return None if self.id is None else Scope(self.kind, self.id)


async def read_where(context: Context, said: Said, asked: Asked, role: Role) -> Where:
    """Read over what the role is meant; raises OneLine when that is not clear."""
    if GRANTED_OVER[role] is ScopeKind.GROUP:
        return await _group(context, said, asked.where)
    if asked.where:
        return await _written(context, GRANTED_OVER[role], asked.where)
    return await _implied(context, GRANTED_OVER[role], role)


async def _group(context: Context, said: Said, name: str) -> Where:
    if not name and context.group is not None:
        return _of_group(context.group)
    sphere = named(await spheres_of(context, said.sender.id), name) if name else None
    if sphere is None or sphere.scope.kind is not ScopeKind.GROUP:
        raise OneLine(
            context.say(
                "Of which group? Write it in the group itself: <code>/grant @name leader</code>"
            )
        )
    return _of_group(sphere.groups[0])


async def _written(context: Context, kind: ScopeKind, words: str) -> Where:
    areas = await context.work.areas.listing()
    names = split_names(words, [area.name for area in areas if area.kind is ScopeKind.SUBDISTRICT])
    most = 2 if kind is ScopeKind.COMMUNITY else 1
    if not 1 <= len(names) <= most or max(map(len, names)) > LONGEST_NAME:
        raise OneLine(_example(context, kind))
    above = names[1] if len(names) > 1 else None
    known = area_named(areas, kind, names[0])
    if known is None:
        return Where(kind, names[0], above=above)
    return Where(kind, known.name, known.id, above)


def area_named(areas: tuple[Area, ...], kind: ScopeKind, name: str) -> Area | None:
    """Return the oldest area of a kind and name, in letters of any case or width."""
    found = (area for area in areas if area.kind is kind and folded(area.name) == folded(name))
    return next(found, None)


async def _implied(context: Context, kind: ScopeKind, role: Role) -> Where:
    """Take the area that the group counts in, or the only one there is."""
    areas = [area for area in await context.work.areas.listing() if area.kind is kind]
    group = context.group
    if group is not None and group.accepted_at is not None and role < Role.INSPECTOR:
        areas = [area for area in areas if area.id == group.community]
    if len(areas) != 1:
        raise OneLine(_example(context, kind))
    return Where(kind, areas[0].name, areas[0].id)


def _of_group(group: Group) -> Where:
    return Where(ScopeKind.GROUP, clip(group.title, LONGEST_NAME), group.id)


def _example(context: Context, kind: ScopeKind) -> Markup:
    if kind is ScopeKind.SUBDISTRICT:
        return context.say(
            "Of which sub-district? For example: <code>/grant @name inspector Gudang</code>"
        )
    return context.say(
        "Of which community? For example: <code>/grant @name head Cuiyuan</code>, "
        "with its sub-district behind a comma: <code>/grant @name head Cuiyuan, Gudang</code>"
    )
