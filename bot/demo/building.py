"""Builds the demo's stage, and takes it away again."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.demo.cast import TOKEN, Cast, cast_in
from bot.demo.line import LanguageCode
from bot.demo.stage import Stage
from bot.program import Connections, Program, connected, deployment_of, introduce
from bot.settings import Settings, load_settings
from bot.telegram_in.polling import Polling
from bot.telegram_out.menu import offer_menu
from bot.telegram_out.pace import Limits
from sandbox import Sandbox
from storage.database import Database

# While the sandbox's limits are off, nobody is spared by waiting.
UNHURRIED = Limits(a_second=10_000, chat_pause=0, group_calls=1_000_000)
ZONE = ZoneInfo("Asia/Shanghai")
# A folder in memory, as Linux has it: nothing of a demo need survive the power, and disks are slow.
IN_MEMORY = Path("/dev/shm")  # noqa: S108 - made unguessable by tempfile
ROOM_BYTES = 64_000_000


@asynccontextmanager
async def building(
    language: LanguageCode, begins: datetime, port: int = 0
) -> AsyncIterator["Building"]:
    """Serve a sandbox with its cast and an empty database; all is gone when the context ends."""
    with tempfile.TemporaryDirectory(prefix="gridward-demo-", dir=_folder()) as folder:
        async with Sandbox.start(port) as sandbox:
            sandbox.clock.set(begins)
            cast = cast_in(sandbox, language)
            settings = _settings(sandbox, cast, Path(folder))
            async with connected(settings) as held:
                yield Building(sandbox, cast, settings, held)


class Building:
    """A sandbox with its cast and the bot's connections; the bot runs only on a stage."""

    def __init__(self, sandbox: Sandbox, cast: Cast, settings: Settings, held: Connections) -> None:
        self.sandbox = sandbox
        self.cast = cast
        self._settings = settings
        self._held = held

    @property
    def database(self) -> Database:
        """The bot's database."""
        return self._held.database

    @asynccontextmanager
    async def rehearsal(self) -> AsyncIterator[Stage]:
        """Run the bot while time stands still but for jumps, and nothing sent waits its turn."""
        clock, limits = self.sandbox.clock, self.sandbox.limits
        clock.stop()
        limits.enabled = False
        try:
            async with self._stage(UNHURRIED) as stage:
                yield stage
        finally:
            limits.enabled = True
            clock.run()

    @asynccontextmanager
    async def opening(self) -> AsyncIterator[Stage]:
        """Run the bot as it is run for real: time passes, and the sending limits hold."""
        async with self._stage(None) as stage:
            yield stage

    @asynccontextmanager
    async def _stage(self, limits: Limits | None) -> AsyncIterator[Stage]:
        me = await introduce(self._held.api)
        program = Program(self._held, deployment_of(self._settings, me), limits)
        polling = Polling(self._held.api, self._held.clock, program.hall)
        running = asyncio.create_task(program.run(polling))
        await offer_menu(self._held.api, self._settings.default_language)
        try:
            yield Stage(self.sandbox, self.cast, self._held, program)
        finally:
            polling.stop()
            await running


def _folder() -> Path | None:
    try:
        return IN_MEMORY if shutil.disk_usage(IN_MEMORY).free > ROOM_BYTES else None
    except OSError:
        return None


def _settings(sandbox: Sandbox, cast: Cast, folder: Path) -> Settings:
    return load_settings(
        _env_file=None,
        bot_token=TOKEN,
        telegram_api_url=sandbox.url,
        database_url=f"sqlite+aiosqlite:///{folder / 'demo.db'}",
        owner_ids=frozenset({cast.owner.id}),
        default_language=cast.language,
        timezone=ZONE,
    )
