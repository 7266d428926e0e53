"""What figures are about: the cases of some groups, over a period, as known at a moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from domain.events import Entry, Story
from domain.figures.clock import Clock, clock
from domain.figures.stages import Ending, Outcome, Stage, opening, stages
from domain.kinds import Line
from domain.periods import Period


@dataclass(frozen=True, slots=True)
class Horizon:
    """A period as of a moment A: nothing at or after A is known."""

    period: Period
    as_of: datetime

    @property
    def end(self) -> datetime:
        """Where counting stops: the period's end, or A when that comes first."""
        return min(self.period.end, self.as_of)

    def counts(self, moment: datetime) -> bool:
        """Whether a moment lies in `[from, min(to, A))`."""
        return self.period.start <= moment < self.end


@dataclass(frozen=True, slots=True)
class KnownCase:
    """A case as known at A; `course` is what happened until then, each with the stage after it."""

    number: int
    line: Line
    opened_at: datetime
    respond_by: datetime
    clock: Clock
    course: tuple[tuple[Entry, Stage], ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What happened, in ledger order."""
        return tuple(entry for entry, _ in self.course)

    @property
    def group(self) -> int:
        """The group the case is in."""
        return self.course[-1][1].group

    @property
    def outcome(self) -> Outcome | None:
        """The outcome that stands at A; a reopened case has none."""
        return self.course[-1][1].outcome

    @property
    def is_void(self) -> bool:
        """Whether the case was a mistake: such a case is listed, never measured."""
        return self.outcome is not None and self.outcome.ending is Ending.VOIDED


def known_cases(stories: Iterable[Story], as_of: datetime) -> tuple[KnownCase, ...]:
    """Return the cases opened before `as_of`, each with what happened to it until then."""
    return tuple(
        _known(story, as_of) for story in stories if story.entries and story.entries[0].at < as_of
    )


def belongs(group: int, groups: frozenset[int] | None) -> bool:
    """Whether a group is one of those asked about; None asks about all."""
    return groups is None or group in groups


def _known(story: Story, as_of: datetime) -> KnownCase:
    seen = tuple(entry for entry in story.entries if entry.at < as_of)
    opened = opening(seen[0])
    return KnownCase(
        number=story.number,
        line=opened.line,
        opened_at=seen[0].at,
        respond_by=opened.respond_by,
        clock=clock(opened, seen[1:]),
        course=tuple(stages(seen)),
    )
