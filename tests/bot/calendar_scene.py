"""A deployment whose due work is done by hand-set moments, as two processes might."""

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.due.table import DUE
from bot.due.taking import Taking
from bot.surroundings import Deployment
from bot.ticks import Ticks
from commands.context import BotIdentity
from domain.delivery import Outgoing
from domain.policy import Policy
from storage.database import Database
from storage.due import Due

BOT = 77
DEPLOYMENT = Deployment(
    policy=Policy(),
    bot=BotIdentity(BOT, "gridward_bot", reads_everything=True),
    owners=frozenset(),
    default_language="en",
    zone=ZoneInfo("UTC"),
)


@dataclass
class Process:
    """One running program, which has heard Telegram up to `heard`."""

    database: Database
    heard: datetime | None = None
    committed: int = 0

    def __post_init__(self) -> None:
        """Wire the ticks as the program does."""
        self.ticks = Ticks(
            self.database,
            Taking(DEPLOYMENT.context),
            lambda: self.heard,
            self._count,
        )

    async def at(self, moment: datetime) -> int:
        """Hear Telegram up to a moment, and do what is due by then."""
        self.heard = moment
        return await self.ticks.catch_up()

    def _count(self) -> None:
        self.committed += 1


async def queued(database: Database) -> int:
    """Count the messages in the outbox."""
    async with database.look() as work:
        return await work.outbox.waiting()


async def done(database: Database, due: Due, *, zone: str = "UTC") -> list[Outgoing]:
    """Do one due thing at its moment, and return what is said."""
    async with database.begin() as work:
        context = replace(DEPLOYMENT.context(work, due.at), zone=ZoneInfo(zone))
        return await DUE[due.kind](context, due.subject)
