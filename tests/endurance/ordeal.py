"""Kills a process again and again while a crowd speaks, and counts at which moments it struck."""

import asyncio
import os
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from random import Random

from sandbox import Bot, Sandbox
from tests.endurance.crowd import Crowd, settle
from tests.endurance.moments import AtRandom, Moment, Telegram
from tests.endurance.process import Gridward
from tests.endurance.reckoning import Sum, attest, reckon
from tests.endurance.traces import Traces

TOKEN = "4200000077:endurance-uses-this-token-alone"
GROUPS = 150


@dataclass(frozen=True, slots=True)
class Size:
    """At least so many kills and tagged messages; a tenth of the kills at each kind of moment.

    A killed program forgets whom it wrote to in the last minute. With enough `groups` what has
    piled up for one of them stays below the twenty messages a minute that it may be sent.
    """

    kills: int
    messages: int
    groups: int

    @property
    def each(self) -> int:
        """How many kills each kind of moment gets at least."""
        return max(1, self.kills // 10)


@dataclass(frozen=True, slots=True)
class Ordeal:
    """Who is killed, who speaks meanwhile, and where the traces are."""

    process: Gridward
    crowd: Crowd
    traces: Traces
    size: Size

    async def run(self, moments: Sequence[Moment]) -> Sum:
        """Kill, start a last time, stop when everything is told, and add up.

        Raises AssertionError when anything was lost or doubled, or the program knows it otherwise.
        """
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self.crowd.pour())
            toll = await self._kill(moments)
            self.crowd.hurry = True
        await self.process.start()
        await self.crowd.all_told(120 + self.size.messages / 10)
        assert await self.process.stop() == 0
        total = reckon(self.crowd, await self.traces.books(), toll)
        await attest(self.process, total)
        return total

    async def _kill(self, moments: Sequence[Moment]) -> Counter[str]:
        toll: Counter[str] = Counter()
        for moment in islice(cycle(moments), 3 * self.size.kills):
            if self._is_enough(toll, moments):
                return toll
            await self.process.start()
            await moment.come()
            await self.process.kill()
            self.crowd.sandbox.faults.clear()
            toll[moment.name if await moment.shown(self.traces) else AtRandom.name] += 1
        raise AssertionError(f"some moments are not to be met: {toll}")

    def _is_enough(self, toll: Counter[str], moments: Sequence[Moment]) -> bool:
        rarest = min(toll[moment.name] for moment in moments)
        return toll.total() >= self.size.kills and rarest >= self.size.each


@dataclass(frozen=True, slots=True)
class Place:
    """Where an ordeal happens: Telegram with the bot, a folder, and its size."""

    sandbox: Sandbox
    me: Bot
    folder: Path
    size: Size
    dice: Random

    @property
    def telegram(self) -> Telegram:
        """Telegram as the moments watch it."""
        return Telegram(self.sandbox, self.me, self.dice)

    @asynccontextmanager
    async def ordeal(self, settings: Mapping[str, str]) -> AsyncIterator[Ordeal]:
        """Give an ordeal of the program with these settings; leaves nothing running."""
        url = f"sqlite+aiosqlite:///{self.folder / 'gridward.db'}"
        always = {
            "BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": self.sandbox.url,
            "DATABASE_URL": url,
            "LOG_LEVEL": "INFO",
            "LOG_FORMAT": "json",
        }
        process = Gridward(self.folder, {**always, **settings})
        households = settle(self.sandbox, self.me, self.size.groups)
        crowd = Crowd(self.sandbox, self.me, households, self.size.messages, self.dice)
        try:
            yield Ordeal(process, crowd, Traces(url), self.size)
        finally:
            await process.end()


@asynccontextmanager
async def place(folder: Path, size: Size) -> AsyncIterator[Place]:
    """Set up a Telegram with the bot, its limits as they always are."""
    async with Sandbox.start() as sandbox:
        me = sandbox.add_bot(TOKEN, "gridward_bot", "Gridward", privacy=False)
        dice = Random(size.kills)  # noqa: S311 - like choices each time
        yield Place(sandbox, me, folder, size, dice)


def asked_size(ordinary: Size, share: int = 1) -> Size:
    """Return the size that `make endure` asks for, divided by `share`; else the ordinary one."""
    kills, messages = os.environ.get("GRIDWARD_KILLS"), os.environ.get("GRIDWARD_MESSAGES")
    if not (kills and messages):
        return ordinary
    return Size(int(kills) // share, int(messages) // share, GROUPS)
