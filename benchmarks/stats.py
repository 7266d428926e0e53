"""How long `/stats` takes of a busy group: reading the ledger, the figures, and the chart's."""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable

from rich.console import Console
from rich.table import Table

from domain.periods import Period, iso_week, previous_month
from domain.roles import Scope, ScopeKind
from reports.chart.told import chart_of
from reports.chart.twelve_weeks import chart_span, twelve_weeks
from reports.chronicle import Chronicle, chronicle, spanning
from reports.stats import stats_of, stats_span
from reports.telling import Telling
from storage.database import Database
from storage.migrate import migrate
from tests.reports.chart.neighbourhood import NOW, lively
from tests.reports.kept import a_group, keep
from tests.reports.told import told

CASES = 2000
ROUNDS = 9


def main() -> None:
    """Print the figures of this machine."""
    asyncio.run(_measure())


async def _measure() -> None:
    telling = told("zh", NOW)
    week = iso_week(telling.now, telling.zone)
    month = previous_month(telling.now, telling.zone)
    span = spanning(stats_span(month, telling), chart_span(week, telling))
    table = Table("what", "figure", title=f"/stats of a group with {CASES:,} cases in 12 weeks")
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/gridward.db"
        await migrate(url)
        database = await Database.open(url)
        scope = await _busy_group(database)

        async def read() -> Chronicle:
            async with database.look() as work:
                return await chronicle(work, scope, span, telling)

        found = await read()
        table.add_row("reading the ledger once", await _milliseconds(read))
        await database.close()
    for what, reckon in _reckonings(found, week, month, telling):
        table.add_row(what, await _milliseconds(reckon))
    Console().print(table)


def _reckonings(
    found: Chronicle, week: Period, month: Period, telling: Telling
) -> list[tuple[str, Callable[[], Awaitable[object]]]]:
    async def figures() -> object:
        return stats_of(found, month, telling)

    async def chart() -> object:
        shown = twelve_weeks(found, week, telling)
        return shown and chart_of(telling, shown)

    return [("the figures of a month, in words", figures), ("the chart's, in words", chart)]


async def _busy_group(database: Database) -> Scope:
    async with database.begin() as work:
        group = await a_group(work)
        await keep(work, group, lively(CASES))
    return Scope(ScopeKind.GROUP, group.id)


async def _milliseconds(act: Callable[[], Awaitable[object]]) -> str:
    times = []
    for _ in range(ROUNDS):
        before = time.perf_counter()
        await act()
        times.append(time.perf_counter() - before)
    return f"{statistics.median(times) * 1000:.1f} ms"


if __name__ == "__main__":
    main()
