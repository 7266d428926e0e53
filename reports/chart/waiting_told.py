"""How long cases took, put into the words and numbers of a chart."""

from datetime import timedelta
from math import ceil

from markupsafe import Markup

from domain.figures import HandlingTime
from reports.chart.chart import Step, Tick, Waiting
from reports.figures.handling import handling_rests_on
from reports.language import Language
from reports.telling import Telling

_DAY, _HOUR = timedelta(days=1), timedelta(hours=1)
_FEWEST_TARGETS, _MOST_TARGETS = 2, 4
# More steps than this would be drawn into the same pixels.
_MOST_STEPS = 400


def waiting_told(telling: Telling, figure: HandlingTime) -> Waiting:
    """Return the curve as far as it is known, and its quantiles with what they rest on."""
    say, target = telling.say, telling.policy.resolve_within
    ends_at = target * _targets(figure, target)
    known_until = ends_at if _all_settled(figure) else min(figure.followed, ends_at)
    return Waiting(
        title=say("How long it took").unescape(),
        settled=say("settled").unescape(),
        waiting=say("still waiting").unescape(),
        lines=(_reached(say, figure).unescape(), handling_rests_on(telling, figure).unescape()),
        steps=_steps(figure, ends_at),
        known_until=known_until / _DAY,
        target=Tick(target / _DAY, say("target").unescape()),
        ticks=_ticks(say, target, ends_at),
    )


def _targets(figure: HandlingTime, target: timedelta) -> int:
    """Return how many times the target the axis is long: nine in ten should lie on it."""
    reach = figure.followed if figure.p90 is None else figure.p90
    return min(max(ceil(reach / target), _FEWEST_TARGETS), _MOST_TARGETS)


def _all_settled(figure: HandlingTime) -> bool:
    return bool(figure.curve) and figure.curve[-1].survival == 0


def _steps(figure: HandlingTime, ends_at: timedelta) -> tuple[Step, ...]:
    drawn = {
        step.time * _MOST_STEPS // ends_at: Step(step.time / _DAY, float(step.settled))
        for step in figure.curve
        if step.time <= ends_at
    }
    return tuple(drawn.values())


def _ticks(say: Language, target: timedelta, ends_at: timedelta) -> tuple[Tick, ...]:
    """Mark each multiple of the target: in days, or in hours where it is no number of days."""
    *between, last = [target * count for count in range(ends_at // target + 1)]
    if target % _DAY:
        unit, named = _HOUR, say.many("{n} hour", "{n} hours", last // _HOUR)
    else:
        unit, named = _DAY, say.many("{n} day", "{n} days", last // _DAY)
    return (
        *(Tick(at / _DAY, str(at // unit)) for at in between),
        Tick(last / _DAY, named.unescape()),
    )


def _reached(say: Language, figure: HandlingTime) -> Markup:
    if figure.median is None:
        return say("Fewer than half are settled yet")
    median = say.span(figure.median)
    if figure.p90 is None:
        return say("Half settled within {median}, fewer than nine in ten yet", median=median)
    return say(
        "Half settled within {median}, nine in ten within {p90}",
        median=median,
        p90=say.span(figure.p90),
    )
