"""A group's weekly summary: everything it tells, queried."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from domain.case import Case
from domain.events import Opened, Story
from domain.figures import Figures
from domain.kinds import Line
from domain.periods import Period, iso_week
from domain.roles import Scope, ScopeKind
from reports.books import Books, books, books_span
from reports.calendar import SUMMARY_AT, told_at
from reports.closing import close_week
from reports.measured import stories_of
from reports.still_open import OpenCase
from reports.summary import Summary, summary_text
from reports.telling import Telling
from storage.groups import Group
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Closing:
    """A week that is over; `stories` are those of its books' span or a longer one.

    `untold` are weeks before it that nobody was told.
    """

    week: Period
    stories: tuple[Story, ...]
    untold: tuple[Period, ...] = ()


async def this_week_so_far(work: Work, group: Group, telling: Telling) -> Markup:
    """Tell a group the week that is still running."""
    groups, week = frozenset({group.id}), iso_week(telling.now, telling.zone)
    stories = await stories_of(work, groups, books_span(week, telling), telling)
    read = books(stories, groups, week, telling)
    return summary_text(telling, await _summary(work, group, read, telling))


async def closed_week(work: Work, group: Group, closing: Closing, telling: Telling) -> Markup:
    """Close a week of a group, and tell it."""
    groups, week = frozenset({group.id}), closing.week
    read = books(closing.stories, groups, week, telling)
    restated = await close_week(work, _scope(group), groups, read)
    final_at = told_at(week, SUMMARY_AT, telling.zone) + telling.policy.final_after
    told = await _summary(work, group, read, telling)
    return summary_text(
        telling, told.closed(final_at=final_at, untold=closing.untold, restated=restated)
    )


async def _summary(work: Work, group: Group, read: Books, telling: Telling) -> Summary:
    return Summary(
        name=group.title,
        figures=read.week,
        before=read.before[0],
        open_cases=await _open_cases(work, group),
        first_due=_first_due(group, read, telling),
        head=await work.ledger.head(_scope(group)),
    )


async def _open_cases(work: Work, group: Group) -> tuple[OpenCase, ...]:
    cases = await work.cases.open_of(group.id)
    texts = await work.texts.read([case.words for case in cases])
    return tuple(_open_case(case, texts.get(case.words)) for case in cases)


def _open_case(case: Case, words: str | None) -> OpenCase:
    return OpenCase(case.number, words, case.started_at, case.due_at)


def _first_due(group: Group, read: Books, telling: Telling) -> datetime | None:
    """Return when a young group's first case comes due; None once it has, or while it has none."""
    known = (read.week, *read.before)
    if group.joined_at < known[-1].period.start or any(map(_has_come_due, known)):
        return None
    return min(_moments_due(read.stories, telling.now), default=None)


def _has_come_due(figures: Figures) -> bool:
    return figures.residents.timeliness.due > 0


def _moments_due(stories: Iterable[Story], now: datetime) -> list[datetime]:
    opened = [(story.entries[0].at, story.entries[0].event) for story in stories]
    return [
        counts_at
        for at, event in opened
        if isinstance(event, Opened) and event.line is Line.RESIDENTS
        if (counts_at := max(event.due_at, at)) >= now
    ]


def _scope(group: Group) -> Scope:
    return Scope(ScopeKind.GROUP, group.id)
