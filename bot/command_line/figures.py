"""`gridward figures`: the figures of a period, whole, for people or as JSON."""

import asyncio
import html
import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import typer

from bot.clock import HostTime
from bot.failures import CannotRun
from bot.settings import Settings, load_settings
from domain.figures import to_json
from domain.periods import Period, read_period
from domain.roles import DEPLOYMENT, Scope, ScopeKind
from reports.language import language
from reports.measured import measured, stories_of
from reports.places import place
from reports.stats import stats
from reports.telling import Telling
from storage.database import Database
from storage.work import Work

PeriodOption = Annotated[str, typer.Option(help="Such as 2026-10, 2026-W45, last-week, 本月.")]
ScopeOption = Annotated[
    str | None, typer.Option(help="Name of a group, community or sub-district; default: all.")
]
NowOption = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M%z"],
        help="As of when, in TIMEZONE unless it names its own; default: now.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print everything as JSON.")]


_TAG = re.compile(r"</?\w[^>]*>")


@dataclass(frozen=True, slots=True)
class _Question:
    period: Period
    scope: str | None
    telling: Telling


_Tell = Callable[[Work, Scope, _Question], Awaitable[str]]


def figures(
    period: PeriodOption,
    scope: ScopeOption = None,
    now: NowOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Print the figures of a period.

    The JSON hides nothing, not even what a few ratings would give away: keep it among auditors.
    """
    settings = load_settings()
    question = _question(settings, period, scope, now)
    tell = _json if as_json else _text
    typer.echo(asyncio.run(_answer(settings.database_url, question, tell)))


def _question(
    settings: Settings, period: str, scope: str | None, now: datetime | None
) -> _Question:
    zone = settings.timezone
    moment = HostTime().wall() if now is None else now.replace(tzinfo=now.tzinfo or zone)
    read = read_period(period, moment, zone)
    if read is None:
        raise CannotRun(f"--period {period} is no period; write one such as 2026-10 or 2026-W45")
    say = language(settings.default_language)
    return _Question(read, scope, Telling(say, zone, moment, settings.policy))


async def _answer(url: str, question: _Question, tell: _Tell) -> str:
    database = await Database.open(url)
    try:
        async with database.look() as work:
            return await tell(work, await _scope(work, question.scope), question)
    finally:
        await database.close()


async def _scope(work: Work, name: str | None) -> Scope:
    if name is None:
        return DEPLOYMENT
    for kind in (ScopeKind.SUBDISTRICT, ScopeKind.COMMUNITY):
        if area := await work.areas.named(kind, name):
            return Scope(kind, area.id)
    for group in await work.groups.listing():
        if group.title == name:
            return Scope(ScopeKind.GROUP, group.id)
    raise CannotRun(f"--scope {name}: there is no group, community or sub-district of that name")


async def _text(work: Work, scope: Scope, question: _Question) -> str:
    told = await stats(work, scope, question.period, question.telling)
    return html.unescape(_TAG.sub("", told))


async def _json(work: Work, scope: Scope, question: _Question) -> str:
    telling = question.telling
    groups = (await place(work, scope, telling.say)).groups
    stories = await stories_of(work, groups, question.period, telling)
    whole = to_json(measured(stories, groups, question.period, telling))
    return json.dumps(whole, ensure_ascii=False, indent=2)
