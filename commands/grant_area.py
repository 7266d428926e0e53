"""The area a role is given over: one that is known, or a new one by the owner's word."""

from markupsafe import Markup

from commands.authority import not_reached
from commands.context import Context
from commands.grant_where import Where, area_named
from commands.one_line import OneLine
from domain.roles import Scope, ScopeKind
from storage.affairs import add_area, place_area
from storage.areas import Area
from storage.evolving import By


async def known_or_new(context: Context, where: Where, by: By) -> tuple[Scope, list[Markup]]:
    """Return the scope, and a line on each area that is new or newly placed.

    Only an owner brings an area under supervision; for anybody else an unknown one is answered
    like one that their role does not reach.
    """
    owner = by.actor in context.owners
    if where.id is not None and (where.above is None or not owner):
        return Scope(where.kind, where.id), []
    if not owner:
        raise OneLine(not_reached(context.say))
    notes: list[Markup] = []
    above = await _subdistrict(context, where.above, by, notes) if where.above else None
    known = await context.work.areas.get(where.id) if where.id is not None else None
    if known is None:
        parent = above.id if above else None
        known = await add_area(context.work, where.kind, where.name, by, parent=parent)
        notes.append(_new(context, known, above))
    elif above is not None and known.parent != above.id:
        await place_area(context.work, known, above.id, by)
        notes.append(
            context.say("{name} now belongs to {above}.", name=known.name, above=above.name)
        )
    return Scope(known.kind, known.id), notes


async def _subdistrict(context: Context, name: str, by: By, notes: list[Markup]) -> Area:
    known = area_named(await context.work.areas.listing(), ScopeKind.SUBDISTRICT, name)
    if known is not None:
        return known
    area = await add_area(context.work, ScopeKind.SUBDISTRICT, name, by)
    notes.append(_new(context, area, None))
    return area


def _new(context: Context, area: Area, above: Area | None) -> Markup:
    if above is not None:
        return context.say(
            "New: community {name} in {above}. Mistyped? Undo, and it is listed nowhere.",
            name=area.name,
            above=above.name,
        )
    if area.kind is ScopeKind.SUBDISTRICT:
        return context.say("New: sub-district {name}.", name=area.name)
    return context.say(
        "New: community {name}, in no sub-district yet. Mistyped? Undo, and it is listed nowhere.",
        name=area.name,
    )
