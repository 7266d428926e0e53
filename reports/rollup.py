"""The weekly roll-up of an area: the whole, and its groups or communities side by side."""

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup, escape

from domain.figures import Figures
from domain.periods import Period
from domain.roles import Scope
from domain.text import clip
from reports.blocks import Block, fitted
from reports.books import Books, books
from reports.calendar import SUMMARY_AT, told_at
from reports.chronicle import Chronicle
from reports.closing import Restated, close_week
from reports.figures.reconciliation import reconciliation_lines
from reports.figures.satisfaction import satisfaction_lines
from reports.foot import as_of_block, final_block, ledger_block, restated_blocks
from reports.line_blocks import patrol_block, residents_block
from reports.measured import measured_apart
from reports.period_title import period_title
from reports.places import Place
from reports.side_by_side import Part, side_by_side
from reports.telling import Telling
from storage.work import Work

NAME_UNITS = 64


@dataclass(frozen=True, slots=True)
class Rollup:
    """Everything a roll-up tells of an area and a closed week."""

    name: str
    figures: Figures
    before: Figures
    parts: tuple[Part, ...]
    final_at: datetime
    head: str | None
    restated: tuple[Restated, ...] = ()


async def closed_rollup(
    work: Work, scope: Scope, found: Chronicle, week: Period, telling: Telling
) -> Rollup:
    """Close a week of an area, whose stories of the books' span or a longer one were `found`."""
    there = found.place
    read = books(found.stories, there.groups, week, telling)
    return Rollup(
        name=there.name,
        figures=read.week,
        before=read.before[0],
        parts=await _parts(work, there, read, telling),
        final_at=told_at(week, SUMMARY_AT, telling.zone) + telling.policy.final_after,
        restated=await close_week(work, scope, there.groups, read),
        head=await work.ledger.head(scope),
    )


def rollup_text(telling: Telling, rollup: Rollup) -> Markup:
    """Tell a roll-up; the parts stand in a fixed order, never as a ranking."""
    say, figures = telling.say, rollup.figures
    head = [
        _heading(telling, rollup),
        [say("<b>Cases</b>"), *reconciliation_lines(say, figures.reconciliation, figures.voided)],
        residents_block(telling, figures, before=rollup.before),
        satisfaction_lines(say, figures),
        patrol_block(telling, figures),
    ]
    return fitted(head, side_by_side(say, rollup.parts), _foot(telling, rollup))


def _heading(telling: Telling, rollup: Rollup) -> Block:
    name = clip(rollup.name, NAME_UNITS)
    title = period_title(telling.say, rollup.figures.period, telling.zone)
    return [telling.say("<b>Weekly roll-up · {name}</b>", name=name), escape(title)]


def _foot(telling: Telling, rollup: Rollup) -> list[Block]:
    last = [
        *final_block(telling, rollup.final_at),
        *as_of_block(telling, rollup.figures),
        *ledger_block(telling, rollup.head),
    ]
    return [*restated_blocks(telling, rollup.restated), last]


async def _parts(work: Work, there: Place, read: Books, telling: Telling) -> tuple[Part, ...]:
    groups, week = [part.groups for part in there.parts], read.week.period
    apart = measured_apart(read.stories, groups, week, telling)
    overdue = [await _overdue(work, each, telling.now) for each in groups]
    return tuple(
        Part(part.name, own, late)
        for part, own, late in zip(there.parts, apart, overdue, strict=True)
    )


async def _overdue(work: Work, groups: frozenset[int], now: datetime) -> int:
    return sum([len(await work.cases.overdue(group, now)) for group in sorted(groups)])
