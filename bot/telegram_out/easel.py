"""Draws pictures in processes of their own, so that nobody waits for one meanwhile."""

import asyncio
import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait

import structlog

from reports.chart.drawing import png

log = structlog.get_logger()

# The library that draws holds the interpreter's lock for a tenth of a second a picture: in a
# thread it would stop everything else. Two keep up with what Telegram lets through.
PROCESSES = 2


class Undrawn(Exception):  # noqa: N818 - it names what happened to a picture
    """A picture cannot be drawn; the text is one line on why."""


class Easel:
    """Starts its processes with the first picture; `aclose` ends them."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    async def draw(self, chart: str) -> bytes:
        """Draw a chart in JSON as PNG; raises Undrawn when that cannot be done."""
        try:
            return await self._draw_again(chart)
        except Exception as error:
            log.exception("a picture cannot be drawn")
            raise Undrawn(f"cannot be drawn: {type(error).__name__}") from error

    async def aclose(self) -> None:
        """End the processes; what they still draw is finished first."""
        pool, self._pool = self._pool, None
        if pool is not None:
            await asyncio.to_thread(pool.shutdown, cancel_futures=True)

    async def _draw_again(self, chart: str) -> bytes:
        try:
            return await self._draw(chart)
        except BrokenProcessPool:
            log.warning("a process that draws was ended from outside; the picture is drawn again")
            return await self._draw(chart)

    async def _draw(self, chart: str) -> bytes:
        pool = self._pool = self._pool or _opened()
        try:
            return await asyncio.get_running_loop().run_in_executor(pool, png, chart)
        except BrokenProcessPool:
            # Only the broken one: another picture may have opened the next meanwhile.
            self._pool = None if self._pool is pool else self._pool
            raise


def _opened() -> ProcessPoolExecutor:
    # Spawned, because a fork would copy the program's connections and locks.
    fresh = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(PROCESSES, fresh, initializer=_settle_in)


def _settle_in() -> None:
    """Leave signals to the program, which ends its helpers itself, but never outlive it."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_program, daemon=True).start()


def _end_with_the_program() -> None:
    program = multiprocessing.parent_process()
    if program is not None:
        wait([program.sentinel])
        os._exit(0)
