"""`/grant @x role [scope]`: give a role; safe to repeat, and undone by a button."""

from markupsafe import Markup

from commands.answers import answer, redraw
from commands.authority import check_may_give
from commands.context import Context
from commands.grant_area import known_or_new
from commands.grant_asked import Asked, read_asked
from commands.grant_where import read_where
from commands.incoming import Said, Tapped
from commands.one_line import OneLine
from commands.role_told import holds, read_role_code, role_button, scope_name
from commands.role_words import role_name
from commands.scope_codes import outdated
from domain.delivery import Outgoing
from domain.grammar import Reading
from domain.roles import Role, Scope
from storage import affairs
from storage.evolving import By


async def grant(context: Context, said: Said, reading: Reading) -> list[Outgoing]:
    """Give the role that is asked for, and say where it holds and how to undo it."""
    asked = await read_asked(context, said, reading)
    role = _role(context, asked)
    where = await read_where(context, said, asked, role)
    if where.scope is not None:
        await check_may_give(context, said.sender, role, where.scope)
    by = By(context.now, said.sender.id)
    scope, notes = await known_or_new(context, where, by)
    lines = [await _given(context, asked.user, role, scope, by), *notes]
    undo = role_button(context.say("Undo"), "revoke", asked.user, role, scope)
    return [answer(said, Markup("\n").join(lines), ((undo,),))]


async def grant_tapped(
    context: Context, tapped: Tapped, arguments: tuple[str, ...]
) -> list[Outgoing]:
    """Give a role again that was taken back by a button."""
    user, role, scope = read_role_code(context, arguments)
    if await context.work.roles.find(user, role, scope) is None:
        raise outdated(context)
    await check_may_give(context, tapped.sender, role, scope)
    line = await _given(context, user, role, scope, By(context.now, tapped.sender.id))
    undo = role_button(context.say("Undo"), "revoke", user, role, scope)
    return redraw(tapped, line, ((undo,),))


async def _given(context: Context, user: int, role: Role, scope: Scope, by: By) -> Markup:
    """Give a role unless it is held; either way the person is told to hold it."""
    held = await context.work.roles.find(user, role, scope)
    if held is None or held.revoked_at is not None:
        await affairs.grant(context.work, user, role, scope, by)
    return await holds(context, user, role, await scope_name(context, scope))


def _role(context: Context, asked: Asked) -> Role:
    if asked.role is None:
        raise OneLine(
            context.say(
                "Which role? {leader}, {member}, {head} or {inspector}. "
                "For example: <code>/grant @name leader</code>",
                leader=role_name(context.say, Role.LEADER),
                member=role_name(context.say, Role.MEMBER),
                head=role_name(context.say, Role.HEAD),
                inspector=role_name(context.say, Role.INSPECTOR),
            )
        )
    if asked.role is Role.OWNER:
        raise OneLine(
            context.say("Owners are named in the settings of the server, under OWNER_IDS.")
        )
    return asked.role
