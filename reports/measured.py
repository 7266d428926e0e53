"""Figures of a scope, reckoned from the ledger."""

from collections.abc import Iterable

from domain.events import Opened, Story, Transferred
from domain.figures import Figures, figures
from domain.periods import Period
from reports.telling import Telling
from storage.stories import Span
from storage.work import Work


async def stories_of(
    work: Work, groups: frozenset[int], period: Period, telling: Telling
) -> tuple[Story, ...]:
    """Return the stories that matter to the figures of these groups over a period, as of now."""
    if not groups:
        return ()
    return await work.stories.touching(Span(period.start, period.end, telling.now), groups)


def measured(
    stories: Iterable[Story], groups: frozenset[int], period: Period, telling: Telling
) -> Figures:
    """Reckon the figures of these groups; stories that never touched them are passed over."""
    touching = [story for story in stories if touched(story) & groups]
    return figures(touching, period, telling.now, telling.policy, groups)


def touched(story: Story) -> frozenset[int]:
    """Return the groups that a case is or was in."""
    return frozenset(
        entry.event.group
        for entry in story.entries
        if isinstance(entry.event, Opened | Transferred)
    )
