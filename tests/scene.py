"""The whole program on a sandbox: what a person says goes in by Telegram, and comes out there."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.bot_api import Address, BotApi
from bot.clock import Clock
from bot.program import Connections, Program, introduce
from bot.surroundings import Deployment
from bot.telegram_in.polling import Polling
from bot.telegram_out.pace import Limits
from domain.policy import Policy
from sandbox import Bot, Chat, Message, Sandbox, User
from storage.database import Database

TOKEN = "4200000012:scenes-use-this-token-and-no-other"
UNHURRIED = Limits(a_second=1000, chat_pause=0, group_calls=1000, group_seconds=1)


@dataclass(frozen=True, slots=True)
class Gridward:
    """A running bot in one group, whose administrator is its leader, with two residents."""

    sandbox: Sandbox
    database: Database
    me: Bot
    group: Chat
    li: User
    mei: User
    chen: User

    def spoken(self, chat: Chat | None = None) -> list[Message]:
        """Return the bot's messages as they stand in the group, oldest first."""
        said = self.sandbox.messages(chat or self.group)
        return [each for each in said if each.sender.id == self.me.id]

    async def found(self, *words: str, chat: Chat | None = None) -> Message:
        """Wait for a message of the bot that holds all these words, and return it."""

        def those() -> list[Message]:
            return [m for m in self.spoken(chat) if all(word in m.text for word in words)]

        await self.sandbox.until(those)
        return those()[-1]

    async def tap(self, who: User, message: Message, label: str) -> str:
        """Tap a button of a message as it stands, and return the pop-up's text."""
        current = self.sandbox.current(message)
        assert current is not None
        answer = await self.sandbox.tap(who, current, label)
        assert answer is not None
        return answer.text


@asynccontextmanager
async def gridward_running(database: Database) -> AsyncIterator[Gridward]:
    """Run the program until the context ends."""
    async with Sandbox.start() as sandbox:
        scene = _scene(sandbox, database)
        clock = Clock()
        async with BotApi(Address(sandbox.url, TOKEN), clock.heard) as api:
            me = await introduce(api)
            zone = ZoneInfo("Asia/Shanghai")
            deployment = Deployment(Policy(), me, frozenset(), "zh", zone)
            program = Program(Connections(api, database, clock), deployment, UNHURRIED)
            source = Polling(api, clock, program.hall)
            running = asyncio.create_task(program.run(source))
            try:
                yield scene
            finally:
                source.stop()
                await running


def _scene(sandbox: Sandbox, database: Database) -> Gridward:
    sandbox.limits.enabled = False
    me = sandbox.add_bot(TOKEN, "gridward_bot", "Gridward", privacy=False)
    li = sandbox.add_person("李强", "liqiang", "zh")
    mei = sandbox.add_person("王梅", "meiwang", "zh")
    chen = sandbox.add_person("陈东", "chendong", "zh")
    group = sandbox.add_group("翠苑三区", li)
    for person in (mei, chen, me):
        sandbox.add_member(group, person)
    return Gridward(sandbox, database, me, group, li, mei, chen)
