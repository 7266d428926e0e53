"""Builds the demo's stage, and takes it away again."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.demo.cast import TOKEN, Cast, cast_in
from bot.demo.line import LanguageCode
from bot.demo.stage import Stage
from bot.failures import CannotRun
from bot.program import Connections, Program, connected, deployment_of, introduce
from bot.settings import Settings, load_settings
from bot.telegram_in.polling import Polling
from bot.telegram_out.menu import offer_menu
from bot.telegram_out.pace import Limits
from sandbox import Sandbox

# The sandbox's own limits are off, and nobody would be spared by waiting.
UNHURRIED = Limits(a_second=10_000, chat_pause=0, group_calls=1_000_000)
ZONE = ZoneInfo("Asia/Shanghai")
# A folder in memory, as Linux has it: nothing of a demo need survive the power, and disks are slow.
IN_MEMORY = Path("/dev/shm")  # noqa: S108 - made unguessable by tempfile
ROOM_BYTES = 64_000_000


@asynccontextmanager
async def building(language: LanguageCode, begins: datetime, port: int = 0) -> AsyncIterator[Stage]:
    """Serve a sandbox with its cast, and run the bot there; all is gone when the context ends.

    Time stands still but for jumps until the sandbox's clock is told to `run`, and nothing that is
    sent waits its turn. Raises CannotRun when the port cannot be had.
    """
    with tempfile.TemporaryDirectory(prefix="gridward-demo-", dir=_folder()) as folder:
        async with _serving(port) as sandbox:
            sandbox.limits.enabled = False
            sandbox.clock.stop()
            sandbox.clock.set(begins)
            cast = cast_in(sandbox, language)
            settings = _settings(sandbox, cast, Path(folder))
            async with connected(settings) as held, _running(settings, held) as program:
                yield Stage(sandbox, cast, held, program)


@asynccontextmanager
async def _serving(port: int) -> AsyncIterator[Sandbox]:
    async with AsyncExitStack() as stack:
        try:
            sandbox = await stack.enter_async_context(Sandbox.start(port))
        except OSError as reason:
            raise CannotRun(f"--port {port}: {reason.strerror or reason}") from None
        yield sandbox


@asynccontextmanager
async def _running(settings: Settings, held: Connections) -> AsyncIterator[Program]:
    program = Program(held, deployment_of(settings, await introduce(held.api)), UNHURRIED)
    polling = Polling(held.api, held.clock, program.hall)
    # Should the program end before the play does, the play is broken off.
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(program.run(polling))
        try:
            await offer_menu(held.api, settings.default_language)
            yield program
        finally:
            polling.stop()


def _folder() -> Path | None:
    if not os.access(IN_MEMORY, os.W_OK):
        return None
    return IN_MEMORY if shutil.disk_usage(IN_MEMORY).free > ROOM_BYTES else None


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
