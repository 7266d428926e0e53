"""A basic group becomes a supergroup."""

from sandbox.acts.errors import ImpossibleError
from sandbox.world.chats import Chat, ChatKind
from sandbox.world.messages import Author, Body
from sandbox.world.posting import post
from sandbox.world.subjects import ChatChanged
from sandbox.world.users import GROUP_ANONYMOUS_BOT, User
from sandbox.world.world import World


def migrate(world: World, group: Chat, by: User) -> Chat:
    """Make a supergroup of a group: new number, same members, two service messages."""
    if group.kind is not ChatKind.GROUP or group.migrated_to is not None:
        raise ImpossibleError("only a basic group becomes a supergroup, and only once")
    number = world.next_group_id(ChatKind.SUPERGROUP)
    successor = Chat(number, ChatKind.SUPERGROUP, group.title, members=dict(group.members))
    world.chats[number] = successor
    farewell = Body(service={"migrate_to_chat_id": number})
    post(world, world.draft(group, Author(by), farewell))
    group.migrated_to = number
    world.changes.announce(ChatChanged(group))
    welcome = Body(service={"migrate_from_chat_id": group.id})
    post(world, world.draft(successor, Author(GROUP_ANONYMOUS_BOT, successor), welcome))
    return successor
