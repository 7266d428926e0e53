"""What changes in a chat beside what is said there, and which command notes it."""

from commands.context import Context
from commands.greet import bot_placed
from commands.incoming import BotPlaced, MemberPlaced, Migrated, Retitled
from commands.membership import member_placed, migrated, retitled
from domain.delivery import Outgoing

Placing = BotPlaced | MemberPlaced | Migrated | Retitled


async def placed(context: Context, placing: Placing) -> list[Outgoing]:
    """Note what changed, and return what is to be said of it."""
    match placing:
        case BotPlaced():
            return await bot_placed(context, placing)
        case MemberPlaced():
            return await member_placed(context, placing)
        case Migrated():
            return await migrated(context, placing)
        case Retitled():
            return await retitled(context, placing)
