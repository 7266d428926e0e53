"""The figures of METRICS, definition v1, for every report to take from here."""

from domain.figures.as_json import to_json
from domain.figures.definition import VERSION, Figures, LineFigures, figures
from domain.figures.handling import HandlingTime
from domain.figures.printing import decimal, percent
from domain.figures.reconciliation import Reconciliation
from domain.figures.response import FirstResponse
from domain.figures.satisfaction import Ballots, Satisfaction, SoFar
from domain.figures.showing import (
    BallotCounts,
    BallotRates,
    Hidden,
    NoCasesDue,
    ShownBallots,
    ShownTimeliness,
    TimelinessCounts,
    TimelinessRates,
    Withheld,
    shown_among_others,
    shown_satisfaction,
    shown_side_by_side,
    shown_so_far,
    shown_timeliness,
)
from domain.figures.timeliness import Timeliness
from domain.figures.weeks import WeekCounted, week_by_week
from domain.figures.whole_periods import Cohorts, ShownPeriod, cohorts
from domain.figures.wilson import Interval, wilson

__all__ = [
    "VERSION",
    "BallotCounts",
    "BallotRates",
    "Ballots",
    "Cohorts",
    "Figures",
    "FirstResponse",
    "HandlingTime",
    "Hidden",
    "Interval",
    "LineFigures",
    "NoCasesDue",
    "Reconciliation",
    "Satisfaction",
    "ShownBallots",
    "ShownPeriod",
    "ShownTimeliness",
    "SoFar",
    "Timeliness",
    "TimelinessCounts",
    "TimelinessRates",
    "WeekCounted",
    "Withheld",
    "cohorts",
    "decimal",
    "figures",
    "percent",
    "shown_among_others",
    "shown_satisfaction",
    "shown_side_by_side",
    "shown_so_far",
    "shown_timeliness",
    "to_json",
    "week_by_week",
    "wilson",
]
