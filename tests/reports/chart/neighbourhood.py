"""A neighbourhood that lived for twelve weeks, and its chart, read from a database."""

from random import Random

from domain.events import Story
from domain.periods import Period
from domain.roles import Scope, ScopeKind
from reports.chart.chart import Chart
from reports.chart.told import chart_of
from reports.chart.twelve_weeks import TwelveWeeks, chart_span, twelve_weeks
from reports.chronicle import chronicle
from reports.telling import Telling
from storage.database import Database
from storage.work import Work
from tests.domain.figures.telling import Opening, accepted, case, rated, resolved
from tests.reports.kept import CHAT, a_group, keep
from tests.reports.told import week_of

# Monday at nine, after the twelfth week.
NOW = 84.375


def lively(count: int = 60, *, seed: int = 1, rating: float = 0.7) -> list[Story]:
    """Make up cases of twelve weeks, some still open, many rated; the same for the same seed."""
    dice = Random(seed)  # noqa: S311 - dice for a test, no secret
    return [_case(dice, number, rating) for number in range(1, count + 1)]


def _case(dice: Random, number: int, rating: float) -> Story:
    start, who, takes = dice.uniform(0, 83), 1000 + number, dice.expovariate(0.4)
    entries = [accepted(start + takes / 5)]
    if dice.random() < 0.9:
        entries.append(resolved(start + takes))
        if dice.random() < rating:
            score = dice.choice((5, 5, 4, 4, 3, 2))
            entries.append(rated(start + takes + 1, score, who=who))
    return case(number, start, *entries, opening=Opening(requester=who))


async def shown_of(work: Work, scope: Scope, last: Period, telling: Telling) -> TwelveWeeks | None:
    """Read a scope's twelve weeks from the database."""
    found = await chronicle(work, scope, chart_span(last, telling), telling)
    return twelve_weeks(found, last, telling)


async def chart_in(
    database: Database,
    stories: list[Story],
    telling: Telling,
    *,
    week: float = NOW - 7,
    chat: int = CHAT,
) -> Chart | None:
    """Keep stories in a group, and return its chart up to the week that holds a day."""
    async with database.begin() as work:
        group = await a_group(work, chat=chat)
        await keep(work, group, stories)
        scope = Scope(ScopeKind.GROUP, group.id)
        shown = await shown_of(work, scope, week_of(week), telling)
    return None if shown is None else chart_of(telling, shown)
