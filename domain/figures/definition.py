"""Definition v1 of the figures: which there are, and of which cases each is made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.events import Story
from domain.figures.handling import HandlingTime, handling_time
from domain.figures.reconciliation import Reconciliation, reconcile
from domain.figures.response import FirstResponse, first_response
from domain.figures.satisfaction import Satisfaction, satisfaction
from domain.figures.scope import Horizon, KnownCase, belongs, known_cases
from domain.figures.stages import Ending
from domain.figures.timeliness import Timeliness, timeliness
from domain.kinds import Line
from domain.periods import Period
from domain.policy import Policy

VERSION = "v1"


@dataclass(frozen=True, slots=True)
class LineFigures:
    """The figures of one line: residents' requests, or found on patrol."""

    timeliness: Timeliness
    first_response: FirstResponse
    handling_time: HandlingTime

    @property
    def is_empty(self) -> bool:
        """Whether no case of this line counts anywhere, so that it need not be printed."""
        cases = self.timeliness.due + self.timeliness.pending
        return not cases + self.first_response.of + self.handling_time.n


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of a period as of a moment; `voided` are the cases called mistakes in it.

    Satisfaction is of residents' requests; the reconciliation holds both lines and the void cases.
    """

    version: str
    period: Period
    as_of: datetime
    residents: LineFigures
    patrol: LineFigures
    satisfaction: Satisfaction
    reconciliation: Reconciliation
    voided: tuple[int, ...]


def figures(
    stories: Iterable[Story],
    period: Period,
    as_of: datetime,
    policy: Policy,
    groups: frozenset[int] | None = None,
) -> Figures:
    """Reckon the figures of METRICS from the stories of a scope, by what happened before `as_of`.

    `groups` are the groups of the scope; None takes every story as within it. A case counts with
    the group it is in at `as_of`; for what moved out, give the stories of all cases that ever were
    in one of the groups. Of `policy` only the time to confirm a decline is used: all deadlines
    stand in the stories.
    """
    horizon = Horizon(period, as_of)
    known = known_cases(stories, as_of)
    within = [case for case in known if belongs(case.group, groups)]
    # Books count what was done, mistakes included; rates measure only what was real.
    measured = [case for case in within if not case.is_void]
    return Figures(
        version=VERSION,
        period=period,
        as_of=as_of,
        residents=_line(measured, Line.RESIDENTS, horizon, policy),
        patrol=_line(measured, Line.PATROL, horizon, policy),
        satisfaction=satisfaction(measured, horizon),
        reconciliation=reconcile(known, horizon, groups),
        voided=_voided(within, horizon),
    )


def _line(
    measured: Sequence[KnownCase], line: Line, horizon: Horizon, policy: Policy
) -> LineFigures:
    cases = [case for case in measured if case.line is line]
    return LineFigures(
        timeliness=timeliness(cases, horizon, policy),
        first_response=first_response(cases, horizon),
        handling_time=handling_time(cases, horizon.as_of),
    )


def _voided(cases: Sequence[KnownCase], horizon: Horizon) -> tuple[int, ...]:
    return tuple(
        sorted(
            case.number
            for case in cases
            if case.outcome
            and case.outcome.ending is Ending.VOIDED
            and horizon.counts(case.outcome.at)
        )
    )
