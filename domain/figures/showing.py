"""What of the figures may be shown to readers: from which numbers on, and what stays hidden."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from domain.figures.satisfaction import Ballots, SoFar
from domain.figures.timeliness import Timeliness
from domain.figures.wilson import Interval

PERCENT_FROM_DUE = 10
COUNTS_FROM_RATINGS = 5
PERCENT_FROM_RATINGS = 10


@dataclass(frozen=True, slots=True)
class NoCasesDue:
    """Nothing was due; only the pending can be told."""

    pending: int


@dataclass(frozen=True, slots=True)
class TimelinessCounts:
    """Too few due for a percentage: hits of so many measured, and what else they are made of."""

    hits: int
    measured: int
    due: int
    excluded: int
    pending: int


@dataclass(frozen=True, slots=True)
class TimelinessRates:
    """T, T with the excluded as missed, and net T, never without their counts."""

    counts: TimelinessCounts
    value: Fraction
    excluded_as_missed: Fraction
    net: Fraction


ShownTimeliness = NoCasesDue | TimelinessCounts | TimelinessRates


@dataclass(frozen=True, slots=True)
class Hidden:
    """Too few ratings: not even their number is told, only how many people were asked."""

    asked: int


@dataclass(frozen=True, slots=True)
class Withheld:
    """Ratings enough, but beside what else is told, one to four of them could be worked out."""

    asked: int


@dataclass(frozen=True, slots=True)
class BallotCounts:
    """From five ratings on: counts, no percentages."""

    asked: int
    n: int
    k: int
    k3: int


@dataclass(frozen=True, slots=True)
class BallotRates:
    """From ten ratings on: everything, with the uncertainty of it."""

    counts: BallotCounts
    value: Fraction
    five_level: Fraction
    interval: Interval
    response_rate: Fraction
    bounds: Interval


ShownBallots = Hidden | Withheld | BallotCounts | BallotRates


def shown_timeliness(figure: Timeliness) -> ShownTimeliness:
    """Return what may be printed of T: below ten due, counts only."""
    if not figure.due:
        return NoCasesDue(figure.pending)
    counts = TimelinessCounts(
        figure.hits, figure.measured, figure.due, figure.excluded, figure.pending
    )
    value, all_due, net = figure.value, figure.excluded_as_missed, figure.net
    if figure.due < PERCENT_FROM_DUE or value is None or all_due is None or net is None:
        return counts
    return TimelinessRates(counts, value, all_due, net)


def shown_satisfaction(ballots: Ballots) -> ShownBallots:
    """Return what may be printed of one set of ballots by itself.

    Below five ratings, `n`, `k`, S, the interval, the response rate and the bounds are all hidden:
    the bounds give `k` away, and `n` tells how many to ask about it. Round 1 and the later rounds
    are separate sets, of which no sum is ever printed, so that neither can be taken from it.
    Periods that overlap, such as the last seven days asked for every day, differ by single ballots:
    print S of whole weeks, months, quarters and years only.
    """
    if ballots.n < COUNTS_FROM_RATINGS:
        return Hidden(ballots.asked)
    counts = BallotCounts(ballots.asked, ballots.n, ballots.k, ballots.k3)
    value, five_level, interval = ballots.value, ballots.five_level, ballots.interval
    rate, bounds = ballots.response_rate, ballots.bounds
    if ballots.n < PERCENT_FROM_RATINGS or not (value is not None and interval and bounds):
        return counts
    if five_level is None or rate is None:
        return counts
    return BallotRates(counts, value, five_level, interval, rate, bounds)


def shown_among_others(whole: Ballots, shares: Iterable[int]) -> ShownBallots:
    """Return what may be printed of a period, when others that overlap it are printed, too.

    Months are no unions of weeks, and printed sums that overlap can be taken from each other. So
    the ratings of the period, and those of the printed periods that cross its border, are sorted by
    which of all these hold them: each of the `shares` that come out must be nobody's or at least
    five people's. Whatever is then made of printed sums, by adding and taking away, holds each
    share as a whole or not at all.
    """
    shown = shown_satisfaction(whole)
    if isinstance(shown, Hidden) or not any(map(_is_bare, shares)):
        return shown
    return Withheld(whole.asked)


def _is_bare(ratings: int) -> bool:
    return 0 < ratings < COUNTS_FROM_RATINGS


def shown_side_by_side(
    parts: Sequence[Ballots], alone: Sequence[ShownBallots] | None = None
) -> tuple[ShownBallots, ...]:
    """Return what may be printed of the parts of a whole whose own figure is printed too.

    Such parts are the groups of a community. When the hidden parts together have fewer than five
    ratings, taking the shown parts from the whole would bare them; then the smallest shown part is
    withheld with them. `alone` is what may be printed of each by itself, where more decides on it
    than its number of ratings.
    """
    shown = list(alone or map(shown_satisfaction, parts))
    untold = [isinstance(view, Hidden | Withheld) for view in shown]
    bare = sum(part.n for part, hidden in zip(parts, untold, strict=True) if hidden)
    # One more part is enough: shown parts have five ratings or more, and so has the sum then.
    rest = [at for at, hidden in enumerate(untold) if not hidden]
    if _is_bare(bare) and rest:
        smallest = min(rest, key=lambda at: parts[at].n)
        shown[smallest] = Withheld(parts[smallest].asked)
    return tuple(shown)


def shown_so_far(so_far: SoFar) -> int:
    """Return the number of ratings in open windows: all that may be shown of them.

    The cards already tell that a rating was given. How many were satisfied would, asked again
    after the next one, tell what that one was.
    """
    return so_far.n
