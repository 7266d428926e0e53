"""The figures of one group or area over a period, as `/stats` tells them."""

from dataclasses import dataclass

from markupsafe import Markup, escape

from domain.figures import Figures
from domain.periods import Period
from domain.roles import Scope
from domain.text import clip
from reports.blocks import Block, fitted
from reports.figures.satisfaction import satisfaction_lines
from reports.foot import as_of_block
from reports.line_blocks import patrol_block, residents_block
from reports.measured import measured, measured_apart, stories_of
from reports.period_title import period_title
from reports.places import place
from reports.side_by_side import Part, side_by_side
from reports.telling import Telling
from storage.work import Work

NAME_UNITS = 64


@dataclass(frozen=True, slots=True)
class Sheet:
    """The figures of a scope; `parts` are an area's groups or communities, in a fixed order."""

    name: str
    figures: Figures
    parts: tuple[Part, ...] = ()


async def stats(work: Work, scope: Scope, period: Period, telling: Telling) -> Markup:
    """Tell the figures of a scope over a period; raises LookupError when there is no such scope."""
    there = await place(work, scope, telling.say)
    stories = await stories_of(work, there.groups, period, telling)
    apart = measured_apart(stories, (part.groups for part in there.parts), period, telling)
    parts = tuple(Part(part.name, own) for part, own in zip(there.parts, apart, strict=True))
    figures = measured(stories, there.groups, period, telling)
    return stats_text(telling, Sheet(there.name, figures, parts))


def stats_text(telling: Telling, sheet: Sheet) -> Markup:
    """Tell the figures of a scope: the whole first, then its parts side by side."""
    say, figures = telling.say, sheet.figures
    head = [
        _heading(telling, sheet),
        residents_block(telling, figures),
        satisfaction_lines(say, figures),
        patrol_block(say, figures),
    ]
    return fitted(head, side_by_side(say, sheet.parts), [as_of_block(telling, figures)])


def _heading(telling: Telling, sheet: Sheet) -> Block:
    title = period_title(telling.say, sheet.figures.period, telling.zone)
    return [Markup("<b>{}</b>").format(clip(sheet.name, NAME_UNITS)), escape(title)]
