"""The program as its operator runs it: a process that is started, asked, stopped and killed."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, STDOUT, Process
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

COMMAND = Path(sys.executable).with_name("gridward")


@dataclass(frozen=True, slots=True)
class Told:
    """What a command said, and its exit code."""

    code: int
    text: str


class Gridward:
    """`gridward run` in a folder of its own, with these settings; all runs write one log."""

    def __init__(self, folder: Path, settings: Mapping[str, str]) -> None:
        self._folder = folder
        self._environment = {**os.environ, **settings}
        self._log = folder / "gridward.log"
        self._process: Process | None = None

    @property
    def log(self) -> str:
        """What all runs have logged."""
        return self._log.read_text(errors="replace")

    async def start(self) -> None:
        """Start it anew; returns at once."""
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                COMMAND, "run", cwd=self._folder, env=self._environment,
                stdin=DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip

    async def kill(self) -> None:
        """Kill it by SIGKILL; raises RuntimeError when it had ended by itself."""
        process = self._running()
        process.kill()
        await process.wait()

    async def stop(self) -> int:
        """Stop it by SIGTERM, and return its exit code."""
        process = self._running()
        process.terminate()
        return await process.wait()

    async def end(self) -> None:
        """Leave nothing running."""
        if self._process is not None and self._process.returncode is None:
            await self.kill()

    async def ask(self, command: str) -> Told:
        """Run another of its commands to the end."""
        asked = await asyncio.create_subprocess_exec(
            COMMAND, command, cwd=self._folder, env=self._environment, stdout=PIPE, stderr=STDOUT
        )
        text, _ = await asked.communicate()
        return Told(await asked.wait(), text.decode())

    def _running(self) -> Process:
        if self._process is None or self._process.returncode is not None:
            raise RuntimeError(f"the program has ended by itself:\n{self.log[-2000:]}")
        return self._process
