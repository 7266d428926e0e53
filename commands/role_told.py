"""How a role somebody holds, or no longer holds, is told; and its buttons."""

from markupsafe import Markup

from commands.context import Context
from commands.role_words import role_name
from commands.scope_codes import outdated, read_id, read_scope, scope_code
from domain.codes import code
from domain.delivery import Button
from domain.roles import Role, Scope, ScopeKind
from domain.text import clip
from storage.roles import Grant

NAME_UNITS = 48
_PARTS = 3


async def holds(context: Context, user: int, role: Role, where: str) -> Markup:
    """Say that somebody holds a role."""
    return context.say(
        "{name} is {role} of {where}.",
        name=await person_name(context, user),
        role=role_name(context.say, role),
        where=where,
    )


async def held_no_more(context: Context, user: int, role: Role, where: str) -> Markup:
    """Say that somebody no longer holds a role."""
    return context.say(
        "{name} is no longer {role} of {where}.",
        name=await person_name(context, user),
        role=role_name(context.say, role),
        where=where,
    )


async def person_name(context: Context, user: int) -> str:
    """Return what somebody is called, or their id."""
    names = await context.work.people.names([user])
    return clip(names.get(user, str(user)), NAME_UNITS)


async def scope_name(context: Context, scope: Scope) -> str:
    """Return what a scope is called."""
    if scope.kind is ScopeKind.GROUP:
        group = await context.work.groups.get(scope.id)
        return clip(group.title, NAME_UNITS) if group else str(scope.id)
    area = await context.work.areas.get(scope.id)
    return clip(area.name, NAME_UNITS) if area else str(scope.id)


def role_button(label: Markup, verb: str, user: int, role: Role, scope: Scope) -> Button:
    """Return a button that gives or takes a role."""
    return Button(
        clip(label.unescape(), NAME_UNITS), code(verb, user, int(role), scope_code(scope))
    )


async def grant_button(context: Context, verb: str, grant: Grant) -> Button:
    """Return a button that says the role and where it is held."""
    label = context.say(
        "{role} · {where}",
        role=role_name(context.say, grant.role),
        where=await scope_name(context, grant.scope),
    )
    return role_button(label, verb, grant.user, grant.role, grant.scope)


def read_role_code(context: Context, arguments: tuple[str, ...]) -> tuple[int, Role, Scope]:
    """Read who, which role and over what from a code; raises OneLine when it is none of ours."""
    if len(arguments) != _PARTS:
        raise outdated(context)
    number = read_id(context, arguments[1])
    if number not in set(Role):
        raise outdated(context)
    return read_id(context, arguments[0]), Role(number), read_scope(context, arguments[2])
