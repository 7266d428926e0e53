"""Draws pictures in processes of their own, so that nobody waits for one meanwhile."""

import asyncio
import multiprocessing
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

import structlog

from bot.telegram_out.drawing_process import HELPERS, DrawingProcess, settle_in
from reports.chart.drawing import png

log = structlog.get_logger()

# The library that draws holds the interpreter's lock for a tenth of a second a picture: in a
# thread it would stop everything else. Two keep up with what Telegram lets through.
PROCESSES = 2
# A tenth of a second is the rule; on a busy machine the first picture waits long for its process.
DRAWING_SECONDS = 60.0


class Undrawn(Exception):  # noqa: N818 - it names what happened to a picture
    """A picture cannot be drawn; the text is one line on why."""


class Easel:
    """Starts its processes with the first picture; `stop` starts no more, `aclose` ends them.

    A drawing is given up after so many `seconds`.
    """

    def __init__(self, seconds: float = DRAWING_SECONDS) -> None:
        self.seconds = seconds
        self._pool: ProcessPoolExecutor | None = None
        self._stopping = False
        self._free = asyncio.Semaphore(PROCESSES)

    async def draw(self, chart: str) -> bytes:
        """Draw a chart in JSON as PNG; raises Undrawn when that cannot be done, or not in time."""
        async with self._free:
            try:
                return await self._draw_again(chart)
            except Undrawn:
                raise
            except Exception as error:
                log.exception("a picture cannot be drawn")
                raise Undrawn(f"cannot be drawn: {type(error).__name__}") from error

    def stop(self) -> None:
        """Start no processes any more; those that run may draw on."""
        self._stopping = True

    async def aclose(self) -> None:
        """End the processes; what they still draw is finished first."""
        self.stop()
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
        pool = self._pool = self._pool or self._opened()
        try:
            drawing = _submitted(pool, chart)
            async with asyncio.timeout(self.seconds):
                return await asyncio.wrap_future(drawing)
        except (BrokenProcessPool, TimeoutError):
            self._abandon(pool)
            raise

    def _opened(self) -> ProcessPoolExecutor:
        if self._stopping:
            raise Undrawn("the program was stopped")
        return ProcessPoolExecutor(PROCESSES, HELPERS, initializer=settle_in)

    def _abandon(self, pool: ProcessPoolExecutor) -> None:
        """Let the next picture start new processes, unless another one did meanwhile."""
        if self._pool is not pool:
            return
        self._pool = None
        # The pool asks its processes to end, which they do not hear, and waits for them for ever.
        for each in multiprocessing.active_children():
            if isinstance(each, DrawingProcess):
                each.kill()


def _submitted(pool: ProcessPoolExecutor, chart: str) -> Future[bytes]:
    try:
        return pool.submit(png, chart)
    except OSError as error:
        # Its processes have just been ended, and it is closing what it would start new ones with.
        raise BrokenProcessPool("the pool is breaking") from error
