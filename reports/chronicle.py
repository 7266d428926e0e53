"""One reading of the ledger, from which all that is told of a scope at once is reckoned."""

from dataclasses import dataclass

from domain.events import Story
from domain.periods import Period
from domain.roles import Scope
from reports.measured import stories_of
from reports.places import Place, place
from reports.telling import Telling
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Chronicle:
    """A scope, and the stories that matter to its figures over a span, as of now."""

    place: Place
    stories: tuple[Story, ...]


async def chronicle(work: Work, scope: Scope, span: Period, telling: Telling) -> Chronicle:
    """Read a scope's stories; raises LookupError when there is no such scope."""
    there = await place(work, scope, telling.say)
    return Chronicle(there, await stories_of(work, there.groups, span, telling))


def spanning(*periods: Period) -> Period:
    """Return the span from the first of some periods to the end of the last."""
    return Period(min(each.start for each in periods), max(each.end for each in periods))
