"""Who acts, and with which role over the group that is concerned."""

from commands.context import Context
from commands.incoming import Sender, SenderKind
from domain.roles import Actor, Role
from storage.groups import Group


async def actor_in(context: Context, sender: Sender, group: Group) -> Actor:
    """Return who acts: an owner, the highest role held over the group, or "the group" itself.

    Its administrators lead a group, unless the deployment ended that; so does an anonymous one.
    """
    leads = context.policy.administrators_lead
    if sender.kind is SenderKind.THE_GROUP:
        role = Role.LEADER if leads and sender.id == group.chat else None
        return Actor(sender.id, role, anonymous=True)
    if sender.kind is not SenderKind.PERSON:
        return Actor(sender.id)
    if sender.id in context.owners:
        return Actor(sender.id, Role.OWNER)
    administers = leads and await context.work.members.administers(group.chat, sender.id)
    held = await context.work.roles.held_over(sender.id, group.id, administers=administers)
    return Actor(sender.id, held)
