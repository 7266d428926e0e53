"""The demo's stage: a sandbox with its people and chats, and the real program beside it."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.demo.script import Script
from bot.program import Connections, Program, connected, deployment_of, introduce
from bot.settings import Settings, load_settings
from bot.telegram_in.polling import Polling
from bot.telegram_out.pace import Limits
from sandbox import Bot, Chat, Sandbox, User
from storage.work import Work

TOKEN = "4200000007:demo-token-that-opens-nothing-but-the-sandbox"  # noqa: S105 - as it says
# The sandbox is on this machine and its limits are off: nobody is spared by waiting.
UNHURRIED = Limits(a_second=10_000, chat_pause=0, group_calls=1_000_000)
LOOK_AGAIN_SECONDS = 0.01
ZONE = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays, and the group they play in."""

    bot: Bot
    owner: User
    inspector: User
    head: User
    leader: User
    mei: User
    chen: User
    liu: User
    group: Chat


class Stage:
    """A running sandbox with its cast, and the program that plays the bot."""

    def __init__(self, sandbox: Sandbox, cast: Cast, held: Connections, program: Program) -> None:
        self.sandbox = sandbox
        self.cast = cast
        self._held = held
        self._program = program
        self._moved_at = sandbox.clock.now()

    @property
    def chats(self) -> tuple[Chat, ...]:
        """The group, and every private chat with the bot."""
        return (self.cast.group, *self.sandbox.world.private_chats.values())

    async def go_to(self, moment: datetime) -> None:
        """Move the clock, and wait until whatever was due by then is done."""
        self.sandbox.clock.set(moment)
        self._moved_at = moment
        await self.settled()

    async def settled(self) -> None:
        """Wait until all that was said is handled, what is due is done, and the answers stand."""
        while not await self._is_settled():
            await self._something_happens()

    async def _something_happens(self) -> None:
        # The sandbox tells its changes; what the program stores meanwhile shows by looking again.
        count = self.sandbox.world.changes.count
        changes = self.sandbox.world.changes
        await changes.wait_for(lambda: changes.count != count, LOOK_AGAIN_SECONDS)

    async def _is_settled(self) -> bool:
        heard = self._program.reception.caught_up_at
        feed = self.sandbox.world.desk(self.cast.bot).feed
        unheard = heard is None or heard < self._moved_at.replace(microsecond=0)
        if heard is None or unheard or feed.waiting(self.sandbox.clock.timestamp()):
            return False
        async with self._held.database.look() as work:
            return await _is_quiet(work, heard)


@asynccontextmanager
async def stage(script: Script, begins: datetime, port: int = 0) -> AsyncIterator[Stage]:
    """Build the stage with its clock at `begins`; everything is gone when the context ends."""
    with tempfile.TemporaryDirectory() as folder:
        async with Sandbox.start(port) as sandbox:
            sandbox.limits.enabled = False
            sandbox.clock.set(begins)
            cast = _cast(sandbox, script)
            settings = _settings(sandbox, cast, Path(folder), script.language)
            async with connected(settings) as held:
                me = await introduce(held.api)
                program = Program(held, deployment_of(settings, me), UNHURRIED)
                async with _running(program, Polling(held.api, held.clock, program.hall)):
                    yield Stage(sandbox, cast, held, program)


@asynccontextmanager
async def _running(program: Program, polling: Polling) -> AsyncIterator[None]:
    running = asyncio.create_task(program.run(polling))
    try:
        yield
    finally:
        polling.stop()
        await running


def _settings(sandbox: Sandbox, cast: Cast, folder: Path, language: str) -> Settings:
    return load_settings(
        _env_file=None,
        bot_token=TOKEN,
        telegram_api_url=sandbox.url,
        database_url=f"sqlite+aiosqlite:///{folder / 'demo.db'}",
        owner_ids=frozenset({cast.owner.id}),
        default_language=language,
        timezone=ZONE,
    )


def _cast(sandbox: Sandbox, script: Script) -> Cast:
    def person(name: str, username: str) -> User:
        return sandbox.add_person(name, username, script.language)

    leader = person(script.leader, "lihong")
    group = sandbox.add_group(script.group, leader)
    cast = Cast(
        bot=sandbox.add_bot(TOKEN, "gridward_bot", "Gridward", privacy=False),
        owner=person(script.owner, "zhouming"),
        inspector=person(script.inspector, "hejing"),
        head=person(script.head, "fangzhuren"),
        leader=leader,
        mei=person(script.mei, "wangmei"),
        chen=person(script.chen, ""),
        liu=person(script.liu, "liuayi"),
        group=group,
    )
    for resident in (cast.mei, cast.chen, cast.liu):
        sandbox.add_member(group, resident)
    return cast


async def _is_quiet(work: Work, heard: datetime) -> bool:
    due = await work.due.next_moment()
    handled = await work.inbox.drained(heard)
    return handled and (due is None or due > heard) and await work.outbox.waiting() == 0
