"""One call of a Bot API method, on its way to its handler."""

from dataclasses import dataclass

from sandbox.api.limits import Limits
from sandbox.api.parameters import Parameters
from sandbox.api.record import Record
from sandbox.api.refusals import too_many_requests
from sandbox.world.chats import Chat
from sandbox.world.desks import Desk
from sandbox.world.users import Bot
from sandbox.world.world import World


@dataclass(frozen=True, slots=True)
class Call:
    """A bot's request and what it acts upon."""

    world: World
    limits: Limits
    record: Record
    bot: Bot
    parameters: Parameters

    @property
    def desk(self) -> Desk:
        """What is kept for the bot."""
        return self.world.desk(self.bot)

    def spend(self, chat: Chat) -> None:
        """Count a message or edit in a chat; 429 when it is one too many."""
        seconds = self.limits.spend(self.bot, chat, self.world.clock.timestamp())
        if seconds:
            raise too_many_requests(seconds)
