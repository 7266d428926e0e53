"""Twelve weeks of figures put into the words and numbers of a chart."""

from datetime import timedelta
from math import ceil

from markupsafe import Markup

from domain.figures import (
    BallotCounts,
    BallotRates,
    HandlingTime,
    Hidden,
    ShownBallots,
    percent,
)
from domain.text import clip
from reports.chart.chart import (
    Bars,
    Chart,
    Month,
    Range,
    Satisfaction,
    Step,
    Tick,
    Waiting,
    Weeks,
)
from reports.chart.twelve_weeks import ShownMonth, TwelveWeeks
from reports.language import Language
from reports.telling import Telling

NAME_UNITS = 128
_DAY = timedelta(days=1)
_FEWEST_TARGETS, _MOST_TARGETS = 2, 4
# More steps than this would be drawn into the same pixels.
_MOST_STEPS = 400


def chart_of(telling: Telling, shown: TwelveWeeks) -> Chart:
    """Return the chart of twelve weeks."""
    return Chart(
        language=telling.say.code,
        name=clip(shown.name, NAME_UNITS),
        span=_plain(telling.say("Residents' requests, {span}", span=span_of(telling, shown))),
        weeks=_weeks(telling, shown),
        waiting=_waiting(telling, shown.figures.residents.handling_time),
        satisfaction=_satisfaction(telling, shown.months),
        foot=_foot(telling, shown),
        alt=caption(telling, shown).striptags(),
    )


def caption(telling: Telling, shown: TwelveWeeks) -> Markup:
    """Say in one line what the picture shows, and of whom and when."""
    return telling.say(
        "<b>{name}</b> · {span}\n"
        "The picture shows cases opened and settled each week, how long they took, and how"
        " satisfied residents were.",
        name=clip(shown.name, NAME_UNITS),
        span=span_of(telling, shown),
    )


def span_of(telling: Telling, shown: TwelveWeeks) -> str:
    """Name the days from the first week's Monday on, as far as the figures go."""
    until = min(shown.weeks[-1].week.end, telling.now) - timedelta(microseconds=1)
    return telling.say(
        "{first} – {last} {year}",
        first=telling.say.date(shown.weeks[0].week.start, telling.zone),
        last=telling.say.date(until, telling.zone),
        year=until.astimezone(telling.zone).year,
    ).unescape()


def _weeks(telling: Telling, shown: TwelveWeeks) -> Weeks:
    say = telling.say
    return Weeks(
        title=_plain(say("Cases each week")),
        opened=_plain(say("opened")),
        settled=_plain(say("settled")),
        so_far=_plain(say("so far")) if shown.weeks[-1].is_running else "",
        bars=tuple(
            Bars(say.date(each.week.start, telling.zone), each.opened, each.settled)
            for each in shown.weeks
        ),
    )


def _waiting(telling: Telling, figure: HandlingTime) -> Waiting:
    say, target = telling.say, telling.policy.resolve_within
    ends_at = target * _targets(figure, target)
    known_until = ends_at if _all_settled(figure) else min(figure.followed, ends_at)
    return Waiting(
        title=_plain(say("How long it took")),
        settled=_plain(say("settled")),
        waiting=_plain(say("still waiting")),
        lines=(_plain(_reached(say, figure)), _plain(_rests_on(say, figure))),
        steps=_steps(figure, ends_at),
        known_until=known_until / _DAY,
        target=Tick(target / _DAY, _plain(say("target"))),
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
        step.time * _MOST_STEPS // ends_at: Step(step.time / _DAY, float(1 - step.survival))
        for step in figure.curve
        if step.time <= ends_at
    }
    return tuple(drawn.values())


def _ticks(say: Language, target: timedelta, ends_at: timedelta) -> tuple[Tick, ...]:
    *between, last = [target * count for count in range(ends_at // target + 1)]
    named = say.many("{n} day", "{n} days", last // _DAY)
    return (*(Tick(at / _DAY, str(at // _DAY)) for at in between), Tick(last / _DAY, _plain(named)))


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


def _rests_on(say: Language, figure: HandlingTime) -> Markup:
    counts = {"n": figure.n, "settled": figure.events, "open": figure.censored_open}
    if not figure.censored_otherwise:
        return say("{n} cases opened: {settled} settled, {open} open", **counts)
    return say(
        "{n} cases opened: {settled} settled, {open} open, {other} ended otherwise",
        other=figure.censored_otherwise,
        **counts,
    )


def _satisfaction(telling: Telling, months: tuple[ShownMonth, ...]) -> Satisfaction:
    say = telling.say
    return Satisfaction(
        title=_plain(say("Satisfaction")),
        likely=_plain(say("95% interval")),
        months=tuple(
            Month(
                say.month_alone(each.month.start, telling.zone),
                _plain(_ratings(say, each.satisfaction)),
                _range(each.satisfaction),
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


def _foot(telling: Telling, shown: TwelveWeeks) -> tuple[str, ...]:
    say, figures = telling.say, shown.figures
    moment = say.moment(figures.as_of, telling.zone)
    as_of = say("As of {moment}, definition {version}", moment=moment, version=figures.version)
    patrol = [] if figures.patrol.is_empty else [say("Not shown: what was found on patrol")]
    return tuple(_plain(line) for line in (*patrol, as_of))


def _plain(said: Markup) -> str:
    return said.unescape()
