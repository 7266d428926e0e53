"""Satisfaction in words: what the requesters said, how sure it is, and who kept silent."""

from markupsafe import Markup

from domain.figures import (
    BallotCounts,
    BallotRates,
    Figures,
    Hidden,
    ShownBallots,
    ShownPeriod,
    SoFar,
    Withheld,
    percent,
    shown_satisfaction,
    shown_so_far,
)
from reports.language import Language
from reports.period_title import is_whole


def satisfaction_is_told(figures: Figures) -> bool:
    """Whether S of these figures is told: of a week, month, quarter or year that is over.

    Other periods can be laid, and a running one asked for again, so that two answers differ by one
    ballot; whoever knows whose window ended in between would know who gave it.
    """
    return is_whole(figures.period) and figures.period.end <= figures.as_of


def satisfaction_lines(
    say: Language, figures: Figures, shown: ShownPeriod | None = None
) -> list[Markup]:
    """Tell S of the first round, the later rounds apart, and what is still coming in.

    `shown` is what may be shown of a period that overlaps weeks which are told, too.
    """
    figure = figures.satisfaction
    if not satisfaction_is_told(figures):
        return [_untold(say), *_so_far(say, figure.so_far)]
    first = shown.first if shown else shown_satisfaction(figure.first)
    later = shown.later if shown else shown_satisfaction(figure.later)
    return [
        *_first(say, first),
        *([_later(say, later)] if figure.later.asked else []),
        *_so_far(say, figure.so_far),
    ]


def satisfaction_in_short(say: Language, shown: ShownBallots) -> Markup:
    """Tell S in one phrase, to stand beside that of another period or group."""
    match shown:
        case Hidden():
            return say("shown from five ratings on")
        case Withheld():
            return say("not shown, so that nobody's rating can be worked out")
        case BallotCounts(k=k, n=n):
            return say("{k} of {n}", k=k, n=n)
        case BallotRates(value=value, counts=counts):
            return say("{percent}% ({k} of {n})", percent=percent(value), k=counts.k, n=counts.n)


def _untold(say: Language) -> Markup:
    return say(
        "<b>Satisfaction</b> · told for whole weeks, months, quarters and years, once they are"
        " over, so that nobody's rating can be worked out"
    )


def _first(say: Language, shown: ShownBallots) -> list[Markup]:
    match shown:
        case Hidden(asked=0):
            return [say("<b>Satisfaction</b> · no rating was due")]
        case Hidden(asked=asked):
            return [
                say("<b>Satisfaction</b> · shown from five ratings on ({asked} asked)", asked=asked)
            ]
        case Withheld():
            return [
                say("<b>Satisfaction</b> · not shown, so that nobody's rating can be worked out")
            ]
        case BallotCounts(k=k, n=n) as counts:
            headline = say("<b>Satisfaction</b> · {k} of {n} satisfied", k=k, n=n)
            return [headline, _five_level(say, counts), _asked(say, counts)]
        case BallotRates() as rates:
            return _rates(say, rates)


def _rates(say: Language, rates: BallotRates) -> list[Markup]:
    headline = say(
        "<b>Satisfaction {percent}%</b> · {k} of {n} satisfied",
        percent=percent(rates.value),
        k=rates.counts.k,
        n=rates.counts.n,
    )
    return [headline, *_certainty(say, rates), *_silence(say, rates)]


def _certainty(say: Language, rates: BallotRates) -> list[Markup]:
    return [
        say(
            "Likely between {low}% and {high}% (95% interval)",
            low=percent(rates.interval.low),
            high=percent(rates.interval.high),
        ),
        say(
            "Fairly satisfied included: {percent}% ({k3} of {n})",
            percent=percent(rates.five_level),
            k3=rates.counts.k3,
            n=rates.counts.n,
        ),
    ]


def _silence(say: Language, rates: BallotRates) -> list[Markup]:
    return [
        say(
            "{asked} asked, {n} rated: response rate {percent}%",
            asked=rates.counts.asked,
            n=rates.counts.n,
            percent=percent(rates.response_rate),
        ),
        say(
            "If all who kept silent were unhappy {low}%, if all were happy {high}%",
            low=percent(rates.bounds.low),
            high=percent(rates.bounds.high),
        ),
    ]


def _five_level(say: Language, counts: BallotCounts) -> Markup:
    return say("Fairly satisfied included: {k3} of {n}", k3=counts.k3, n=counts.n)


def _asked(say: Language, counts: BallotCounts) -> Markup:
    return say("{asked} asked, {n} rated", asked=counts.asked, n=counts.n)


def _later(say: Language, shown: ShownBallots) -> Markup:
    return say("After rework: {ratings}", ratings=satisfaction_in_short(say, shown))


def _so_far(say: Language, so_far: SoFar) -> list[Markup]:
    given = shown_so_far(so_far)
    if not given:
        return []
    return [
        say.many(
            "So far {n} rating on outcomes that can still be rated",
            "So far {n} ratings on outcomes that can still be rated",
            given,
        )
    ]
