"""How long a chart takes, and whether the program waits meanwhile."""

import asyncio
import statistics
import time
from collections.abc import Callable

from rich.console import Console
from rich.table import Table

from bot.telegram_out.easel import PROCESSES, Easel
from bot.telegram_out.pace import Limits
from reports.chart.chart import read_chart, to_json
from reports.chart.drawing import png, svg
from tests.reports.chart.ready import CHART

CHARTS = 40
BLINK_SECONDS = 0.001
GROUPS = 10_000
# A summary is a placeholder and an edit, and so is its chart.
CALLS_A_GROUP = 4


def main() -> None:
    """Print the figures of this machine."""
    chart = to_json(CHART)
    picture = png(chart)
    drawn, gap = asyncio.run(_beside(chart))
    sending = GROUPS * CALLS_A_GROUP / Limits().a_second
    table = Table("what", "figure", title=f"{CHARTS} charts of {len(picture) // 1024} KB")
    table.add_row("JSON to SVG", _milliseconds(lambda: svg(read_chart(chart))))
    table.add_row("JSON to PNG, processor time", _milliseconds(lambda: png(chart)))
    table.add_row(f"a chart, {PROCESSES} processes", f"{drawn * 1000:.1f} ms")
    table.add_row("longest the program waited meanwhile", f"{gap * 1000:.1f} ms")
    table.add_row(f"drawing for {GROUPS:,} groups", f"{drawn * GROUPS:.0f} s")
    table.add_row("sending summaries and charts to them", f"{sending:.0f} s")
    table.add_row("drawing / sending", f"{drawn * GROUPS / sending:.2f}")
    Console().print(table)


def _milliseconds(act: Callable[[], object]) -> str:
    act()
    times = []
    for _ in range(CHARTS):
        before = time.process_time()
        act()
        times.append(time.process_time() - before)
    return f"{statistics.median(times) * 1000:.1f} ms"


async def _beside(chart: str) -> tuple[float, float]:
    """Return the seconds a chart takes in processes, and the loop's longest pause meanwhile."""
    easel = Easel()
    # All processes are started before it counts.
    await asyncio.gather(*(easel.draw(chart) for _ in range(2 * PROCESSES)))
    blinking = asyncio.create_task(_longest_gap())
    before = time.perf_counter()
    await asyncio.gather(*(easel.draw(chart) for _ in range(CHARTS)))
    taken = (time.perf_counter() - before) / CHARTS
    blinking.cancel()
    await easel.aclose()
    return taken, await blinking


async def _longest_gap() -> float:
    longest, last = 0.0, time.perf_counter()
    try:
        while True:
            await asyncio.sleep(BLINK_SECONDS)
            now = time.perf_counter()
            longest, last = max(longest, now - last), now
    except asyncio.CancelledError:
        return longest


if __name__ == "__main__":
    main()
