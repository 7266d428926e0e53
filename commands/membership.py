"""What changes in a chat beside what is said: its administrators, its title, its id."""

from commands.context import Context
from commands.incoming import MemberPlaced, Migrated, Retitled
from domain.delivery import Outgoing
from storage.affairs import rekey_group
from storage.evolving import By


async def member_placed(context: Context, placed: MemberPlaced) -> list[Outgoing]:
    """Note who administers the chat, and forget the place of who left."""
    members, chat, user = context.work.members, placed.chat.id, placed.who.id
    if placed.present:
        administers = placed.administrator
        await members.set_administrator(chat, user, placed.at, administers=administers)
    else:
        await members.leave(chat, user)
    return []


async def retitled(context: Context, retitled: Retitled) -> list[Outgoing]:
    """Note the chat's new title."""
    await context.work.groups.retitle(retitled.chat.id, retitled.chat.title)
    return []


async def migrated(context: Context, migrated: Migrated) -> list[Outgoing]:
    """Follow the group to its new id; Telegram tells it twice, the second changes nothing."""
    await rekey_group(context.work, migrated.old, migrated.new, By(migrated.at))
    return []
