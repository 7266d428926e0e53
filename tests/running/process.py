"""The program as its operator starts it: a process with settings, output and an exit code."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.settings import Settings

GRIDWARD = str(Path(sys.executable).with_name("gridward"))
PATIENCE = 60.0  # seconds; machines that run tests are busy
OURS = frozenset(name.upper() for name in Settings.model_fields)


@dataclass(frozen=True, slots=True)
class Told:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def everything(self) -> str:
        """Both outputs."""
        return self.out + self.err


@dataclass(frozen=True, slots=True)
class Operator:
    """Somebody at the command line, in a folder, with settings in the environment."""

    folder: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    before: tuple[str, ...] = ()

    def having(self, **settings: str) -> "Operator":
        """Return the same operator with other settings beside those."""
        return replace(self, settings={**self.settings, **settings})

    async def ask(self, *arguments: str) -> Told:
        """Run a command to its end."""
        process = await self.start(*arguments)
        try:
            async with asyncio.timeout(PATIENCE):
                out, err = await process.communicate()
        finally:
            await _end(process)
        return Told(process.returncode or 0, out.decode(), err.decode())

    @asynccontextmanager
    async def running(self, *arguments: str) -> AsyncIterator["Running"]:
        """Run a command beside the test; it is killed should it outlive it."""
        process = await self.start(*(arguments or ("run",)))
        running = Running(process)
        reading = asyncio.create_task(running.read())
        try:
            yield running
        finally:
            await _end(process)
            await reading

    async def start(self, *arguments: str) -> Process:
        """Start a command, with no settings but these."""
        outside = {name: value for name, value in os.environ.items() if name not in OURS}
        return await asyncio.create_subprocess_exec(
            *self.before,
            GRIDWARD,
            *arguments,
            cwd=self.folder,
            env={**outside, **self.settings},
            stdin=DEVNULL,
            stdout=PIPE,
            stderr=PIPE,
        )


class Running:
    """A command that is running, and what it has said so far."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self.err = ""
        self._news = asyncio.Condition()

    async def read(self) -> None:
        """Take in what it says until it ends."""
        stream = self.process.stderr
        assert stream is not None
        while line := await stream.readline():
            self.err += line.decode()
            async with self._news:
                self._news.notify_all()

    async def says(self, words: str) -> None:
        """Wait until its standard error holds these words."""
        async with asyncio.timeout(PATIENCE), self._news:
            await self._news.wait_for(lambda: words in self.err)

    async def ends(self) -> Told:
        """Wait until it ends by itself, and return how."""
        async with asyncio.timeout(PATIENCE):
            out = await self.process.stdout.read() if self.process.stdout else b""
            code = await self.process.wait()
        async with asyncio.timeout(PATIENCE), self._news:
            at_end = self.process.stderr.at_eof if self.process.stderr else bool
            await self._news.wait_for(at_end)
        return Told(code, out.decode(), self.err)

    async def stop(self) -> Told:
        """Ask it to stop, as systemd does, and return how it ended."""
        self.process.terminate()
        return await self.ends()


async def _end(process: Process) -> None:
    if process.returncode is None:
        process.kill()
    await process.wait()
