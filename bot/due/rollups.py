"""The week of all areas is closed: each community's and sub-district's roll-up becomes due."""

from commands.context import Context
from domain.delivery import Outgoing
from reports.calendar import ROLLUP_AT, latest_told, week_after
from reports.schedule import ROLLUP, schedule_rollups


async def rollups(context: Context, _subject: str) -> list[Outgoing]:
    """Have each area's roll-up of the last complete week done, and schedule the next week's.

    Each area is then a unit of work of its own, so that many of them hold nobody up.
    """
    week = latest_told(context.now, ROLLUP_AT, context.zone)
    for area in await context.work.areas.listing():
        subject = f"{area.kind}:{area.id}:{week.label}"
        await context.work.due.schedule_once(ROLLUP, subject, context.now)
    await schedule_rollups(context.work, week_after(week, context.zone), context.zone)
    return []
