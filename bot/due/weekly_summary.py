"""Monday at nine: a group reads what became of what it said, once for every ISO week."""

from commands.context import Context
from commands.scene import telling_for
from domain.delivery import Outgoing, Post, Purpose, Urgency
from domain.periods import Period
from domain.roles import Scope, ScopeKind
from reports.calendar import SUMMARY_AT, latest_told, told_at, week_after
from reports.chart.message import with_chart
from reports.chart.twelve_weeks import chart_span, twelve_weeks
from reports.chronicle import chronicle
from reports.closing import is_closed
from reports.schedule import put_off_summary, schedule_summary, week_named
from reports.telling import Telling
from reports.weekly import Closing, closed_week
from storage.groups import Group


async def weekly_summary(context: Context, subject: str) -> list[Outgoing]:
    """Tell a group its last complete week, and schedule the next.

    After an outage only the last week is told, and the missed ones are named. When the group has
    moved to another time zone, its Monday may still be to come: then it waits for it.
    """
    number, _, label = subject.partition(":")
    group = await context.work.groups.get(int(number))
    if group is None:
        return []
    telling = telling_for(context, group)
    named = week_named(label, telling.now, telling.zone)
    week = latest_told(telling.now, SUMMARY_AT, telling.zone)
    if told_at(named, SUMMARY_AT, telling.zone) > telling.now:
        await put_off_summary(context.work, group, named, telling.zone)
        return []
    await schedule_summary(context.work, group, week_after(week, telling.zone), telling.zone)
    return await _told(context, group, week, telling, _untold(named, week, telling))


async def _told(
    context: Context, group: Group, week: Period, telling: Telling, untold: tuple[Period, ...]
) -> list[Outgoing]:
    scope = Scope(ScopeKind.GROUP, group.id)
    if await is_closed(context.work, scope, week):
        return []
    found = await chronicle(context.work, scope, chart_span(week, telling), telling)
    html = await closed_week(context.work, group, Closing(week, found.stories, untold), telling)
    if group.paused is not None:
        return []
    summary = Post(
        chat=group.chat,
        html=html,
        dedupe=f"summary:{group.id}:{week.label}",
        purpose=Purpose.SUMMARY,
        thread=group.thread,
        urgency=Urgency.BULK,
        placeholder=telling.say("The weekly summary is on its way …"),
    )
    return [*with_chart(telling, summary, twelve_weeks(found, week, telling))]


def _untold(named: Period, week: Period, telling: Telling) -> tuple[Period, ...]:
    weeks = list[Period]()
    while named.start < week.start:
        weeks.append(named)
        named = week_after(named, telling.zone)
    return tuple(weeks)
