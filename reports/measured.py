"""Figures of a scope, reckoned from the ledger."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

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
    """Reckon the figures of these groups from the stories that matter to them, as of now."""
    return figures(stories, period, telling.now, telling.policy, groups)


def measured_apart(
    stories: Iterable[Story], parts: Iterable[frozenset[int]], period: Period, telling: Telling
) -> Iterator[Figures]:
    """Reckon the figures of each part of an area, going through all of its stories only once."""
    of_group: dict[int, list[Story]] = defaultdict(list)
    for story in stories:
        for group in _touched(story):
            of_group[group].append(story)
    for groups in parts:
        theirs = {story.number: story for group in groups for story in of_group[group]}
        yield measured(theirs.values(), groups, period, telling)


def _touched(story: Story) -> frozenset[int]:
    """Return the groups that a case is or was in."""
    return frozenset(
        entry.event.group
        for entry in story.entries
        if isinstance(entry.event, Opened | Transferred)
    )
