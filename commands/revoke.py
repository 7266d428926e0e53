"""`/revoke @x [role] [scope]`: take a role back; undone by a button."""

from commands.answers import answer, redraw
from commands.area_names import folded
from commands.authority import check_may_give, may_give
from commands.context import Context
from commands.grant_asked import Asked, read_asked
from commands.incoming import Said, Sender, Tapped
from commands.one_line import OneLine
from commands.role_told import (
    grant_button,
    held_no_more,
    read_role_code,
    role_button,
    scope_name,
)
from commands.scope_codes import outdated
from domain.delivery import Outgoing
from domain.grammar import Reading
from storage import affairs
from storage.evolving import By
from storage.roles import Grant


async def revoke(context: Context, said: Said, reading: Reading) -> list[Outgoing]:
    """Take back the role that is meant; where several could be, let one be chosen."""
    asked = await read_asked(context, said, reading)
    grants = [
        grant
        for grant in await context.work.roles.of(asked.user)
        if await _is_meant(context, asked, grant) and await _may_end(context, said.sender, grant)
    ]
    if not grants:
        raise await _nothing_to_end(context, asked)
    if len(grants) > 1:
        buttons = tuple([(await grant_button(context, "revoke", grant),) for grant in grants])
        question = context.say("Which role of {name} should end?", name=asked.name)
        return [answer(said, question, buttons)]
    return [await _ended(context, said, grants[0])]


async def revoke_tapped(
    context: Context, tapped: Tapped, arguments: tuple[str, ...]
) -> list[Outgoing]:
    """Take a role back by a button; offer to give it again."""
    user, role, scope = read_role_code(context, arguments)
    grant = await context.work.roles.find(user, role, scope)
    if grant is None:
        raise outdated(context)
    if not await _may_end(context, tapped.sender, grant):
        await check_may_give(context, tapped.sender, role, scope)
    if grant.revoked_at is None:
        by = By(context.now, tapped.sender.id)
        await affairs.revoke(context.work, user, role, scope, by)
    line = await held_no_more(context, user, role, await scope_name(context, scope))
    again = role_button(context.say("Give it again"), "grant", user, role, scope)
    return redraw(tapped, line, ((again,),))


async def _is_meant(context: Context, asked: Asked, grant: Grant) -> bool:
    if asked.role is not None and grant.role is not asked.role:
        return False
    if not asked.where:
        return True
    return folded(await scope_name(context, grant.scope)) == folded(asked.where)


async def _may_end(context: Context, sender: Sender, grant: Grant) -> bool:
    """Whoever may give a role may end it, and everybody may lay down their own."""
    if sender.id == grant.user:
        return True
    return await may_give(context, sender, grant.role, grant.scope)


async def _ended(context: Context, said: Said, grant: Grant) -> Outgoing:
    user, role, scope = grant.user, grant.role, grant.scope
    await affairs.revoke(context.work, user, role, scope, By(context.now, said.sender.id))
    line = await held_no_more(context, user, role, await scope_name(context, scope))
    again = role_button(context.say("Undo"), "grant", user, role, scope)
    return answer(said, line, ((again,),))


async def _nothing_to_end(context: Context, asked: Asked) -> OneLine:
    group = context.group
    if group is not None and await context.work.members.administers(group.chat, asked.user):
        return OneLine(
            context.say(
                "{name} leads here as an administrator of the chat; that ends in Telegram's own "
                "chat settings.",
                name=asked.name,
            )
        )
    return OneLine(context.say("{name} holds no role that you can end.", name=asked.name))
