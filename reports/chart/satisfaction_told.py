"""Satisfaction month by month, put into the words and numbers of a chart."""

from markupsafe import Markup

from domain.figures import (
    BallotCounts,
    BallotRates,
    Hidden,
    ShownBallots,
    ShownPeriod,
    Withheld,
    percent,
)
from reports.chart.chart import Month, Range, Satisfaction
from reports.language import Language
from reports.telling import Telling


def satisfaction_told(telling: Telling, months: tuple[ShownPeriod, ...]) -> Satisfaction:
    """Return what may be shown of each month, with the interval of each rate."""
    say = telling.say
    return Satisfaction(
        title=say("Satisfaction").unescape(),
        likely=say("95% interval").unescape(),
        months=tuple(
            Month(
                say.month_alone(each.period.start, telling.zone),
                _ratings(say, each.first).unescape(),
                _range(each.first),
            )
            for each in months
        ),
    )


def _ratings(say: Language, shown: ShownBallots) -> Markup:
    match shown:
        case Hidden(asked=0):
            return say("no rating was due")
        case Hidden(asked=asked):
            return say("shown from five ratings on ({asked} asked)", asked=asked)
        case Withheld():
            return say("not shown, so that nobody's rating can be worked out")
        case BallotCounts(k=k, n=n):
            return say("{k} of {n} satisfied", k=k, n=n)
        case BallotRates(value=value, counts=counts):
            return say("{percent}% ({k} of {n})", percent=percent(value), k=counts.k, n=counts.n)


def _range(shown: ShownBallots) -> Range | None:
    if not isinstance(shown, BallotRates):
        return None
    low, high = shown.interval.low, shown.interval.high
    words = f"{percent(low)}–{percent(high)}%"
    return Range(float(low), float(shown.value), float(high), words)
