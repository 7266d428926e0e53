"""Heads and inspectors read, in private, how the week went in their area."""

from dataclasses import dataclass

from commands.context import Context
from commands.spoken_language import language_with
from domain.delivery import Outgoing, Post, Purpose, Urgency
from domain.periods import Period
from domain.roles import Role, Scope, ScopeKind
from reports.chart.message import with_chart
from reports.chart.twelve_weeks import TwelveWeeks, chart_span, twelve_weeks
from reports.chronicle import chronicle
from reports.closing import is_closed
from reports.rollup import Rollup, closed_rollup, rollup_text
from reports.schedule import week_named
from reports.telling import Telling

_READERS = {ScopeKind.COMMUNITY: Role.HEAD, ScopeKind.SUBDISTRICT: Role.INSPECTOR}


@dataclass(frozen=True, slots=True)
class _Told:
    """What every reader is told, and the beginning of its posts' keys."""

    rollup: Rollup
    shown: TwelveWeeks | None
    key: str


async def rollup(context: Context, subject: str) -> list[Outgoing]:
    """Close an area's week, and tell it to whoever heads or inspects the area."""
    kind, number, label = subject.split(":")
    scope = Scope(ScopeKind(kind), int(number))
    telling = Telling(context.say, context.zone, context.now, context.policy)
    week = week_named(label, context.now, context.zone)
    if await is_closed(context.work, scope, week) or not await _lived(context, scope, week):
        return []
    found = await chronicle(context.work, scope, chart_span(week, telling), telling)
    told = await closed_rollup(context.work, scope, found, week, telling)
    grants = await context.work.roles.holders(scope, _READERS[scope.kind])
    readers = dict.fromkeys(grant.user for grant in grants)
    shown = twelve_weeks(found, week, telling)
    return [
        post
        for reader in readers
        for post in await _posts(context, reader, _Told(told, shown, f"rollup:{subject}"))
    ]


async def _lived(context: Context, scope: Scope, week: Period) -> bool:
    """Whether a group that counts in the area was there before the week ended."""
    groups = context.work.groups
    if scope.kind is ScopeKind.COMMUNITY:
        counted = await groups.of_community(scope.id)
    else:
        counted = await groups.of_subdistrict(scope.id)
    return any(group.joined_at < week.end for group in counted)


async def _posts(context: Context, reader: int, told: _Told) -> list[Post]:
    say = await language_with(context, reader)
    telling = Telling(say, context.zone, context.now, context.policy)
    text = Post(
        chat=reader,
        html=rollup_text(telling, told.rollup),
        dedupe=f"{told.key}:{reader}",
        purpose=Purpose.SUMMARY,
        urgency=Urgency.BULK,
        placeholder=telling.say("The weekly roll-up is on its way …"),
    )
    return with_chart(telling, text, told.shown)
