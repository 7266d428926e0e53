"""A group becomes known the first time the bot meets it."""

from commands.context import Context
from commands.incoming import Chat
from reports.schedule import schedule_weekly
from storage.affairs import add_group
from storage.evolving import By
from storage.groups import Group


async def group_of(context: Context, chat: Chat) -> Group:
    """Return the group that a chat is; one not known yet is registered.

    The bot can be in a chat it has no record of: added while it was not running.
    """
    known = context.group or await context.work.groups.by_chat(chat.id)
    if known is not None:
        return known
    group = await add_group(context.work, chat.id, chat.title, By(context.now))
    await schedule_weekly(context.work, group, context.now, context.zone)
    return group
