"""The figures of one group or area over a period, as `/stats` tells them."""

from dataclasses import dataclass

from markupsafe import Markup, escape

from domain.figures import Figures, ShownPeriod, cohorts
from domain.periods import Period, weeks_touching
from domain.roles import Scope
from domain.text import clip
from reports.blocks import Block, fitted
from reports.chronicle import Chronicle, chronicle, spanning
from reports.figures.satisfaction import satisfaction_lines
from reports.foot import as_of_block
from reports.line_blocks import patrol_block, residents_block
from reports.measured import measured, measured_apart
from reports.period_title import is_longer_than_a_week, period_title
from reports.side_by_side import Part, side_by_side
from reports.telling import Telling
from storage.work import Work

NAME_UNITS = 64


@dataclass(frozen=True, slots=True)
class Sheet:
    """The figures of a scope; `parts` are an area's groups or communities, in a fixed order.

    `shown` is what may be shown of S of a period that overlaps weeks which are told, too.
    """

    name: str
    figures: Figures
    parts: tuple[Part, ...] = ()
    shown: ShownPeriod | None = None


async def stats(work: Work, scope: Scope, period: Period, telling: Telling) -> Markup:
    """Tell the figures of a scope over a period; raises LookupError when there is no such scope."""
    found = await chronicle(work, scope, stats_span(period, telling), telling)
    return stats_of(found, period, telling)


def stats_span(period: Period, telling: Telling) -> Period:
    """Return the span whose stories the figures need: all weeks that touch the period."""
    return spanning(*weeks_touching(period, telling.zone))


def stats_of(found: Chronicle, period: Period, telling: Telling) -> Markup:
    """Tell the figures of a scope whose stories were found, over their span or a longer one."""
    there, stories = found.place, found.stories
    apart = measured_apart(stories, (part.groups for part in there.parts), period, telling)
    parts = tuple(
        Part(part.name, own, shown=_shown(found, part.groups, period, telling))
        for part, own in zip(there.parts, apart, strict=True)
    )
    figures = measured(stories, there.groups, period, telling)
    shown = _shown(found, there.groups, period, telling)
    return stats_text(telling, Sheet(there.name, figures, parts, shown))


def _shown(
    found: Chronicle, groups: frozenset[int], period: Period, telling: Telling
) -> ShownPeriod | None:
    if not is_longer_than_a_week(period):
        return None
    return cohorts(found.stories, groups, telling.now, telling.zone).shown(period)


def stats_text(telling: Telling, sheet: Sheet) -> Markup:
    """Tell the figures of a scope: the whole first, then its parts side by side."""
    say, figures = telling.say, sheet.figures
    head = [
        _heading(telling, sheet),
        residents_block(telling, figures),
        satisfaction_lines(say, figures, sheet.shown),
        patrol_block(telling, figures),
    ]
    return fitted(head, side_by_side(say, sheet.parts), [as_of_block(telling, figures)])


def _heading(telling: Telling, sheet: Sheet) -> Block:
    title = period_title(telling.say, sheet.figures.period, telling.zone)
    return [Markup("<b>{}</b>").format(clip(sheet.name, NAME_UNITS)), escape(title)]
