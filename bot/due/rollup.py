"""Heads and inspectors read, in private, how the week went in their area."""

from commands.context import Context
from domain.delivery import Outgoing, Post, Purpose, Urgency
from domain.roles import Role, Scope, ScopeKind
from reports.closing import is_closed
from reports.language import language, spoken
from reports.rollup import Rollup, closed_rollup, rollup_text
from reports.schedule import week_named
from reports.telling import Telling

_READERS = {ScopeKind.COMMUNITY: Role.HEAD, ScopeKind.SUBDISTRICT: Role.INSPECTOR}


async def rollup(context: Context, subject: str) -> list[Outgoing]:
    """Close an area's week, and tell it to whoever heads or inspects the area."""
    kind, number, label = subject.split(":")
    scope = Scope(ScopeKind(kind), int(number))
    telling = Telling(context.say, context.zone, context.now, context.policy)
    week = week_named(label, context.now, context.zone)
    if await is_closed(context.work, scope, week):
        return []
    told = await closed_rollup(context.work, scope, week, telling)
    grants = await context.work.roles.holders(scope, _READERS[scope.kind])
    readers = dict.fromkeys(grant.user for grant in grants)
    return [await _post(context, told, reader, subject) for reader in readers]


async def _post(context: Context, told: Rollup, reader: int, subject: str) -> Post:
    person = await context.work.people.find(reader)
    code = spoken(person.language if person else None, context.default_language)
    telling = Telling(language(code), context.zone, context.now, context.policy)
    return Post(
        chat=reader,
        html=rollup_text(telling, told),
        dedupe=f"rollup:{subject}:{reader}",
        purpose=Purpose.SUMMARY,
        urgency=Urgency.BULK,
        placeholder=telling.say("The weekly roll-up is on its way …"),
    )
