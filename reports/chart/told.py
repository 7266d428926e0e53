"""Twelve weeks of figures put into the words and numbers of a chart."""

from datetime import timedelta

from markupsafe import Markup

from domain.text import clip
from reports.chart.chart import Bars, Chart, Weeks
from reports.chart.satisfaction_told import satisfaction_told
from reports.chart.twelve_weeks import TwelveWeeks
from reports.chart.waiting_told import waiting_told
from reports.telling import Telling

NAME_UNITS = 128


def chart_of(telling: Telling, shown: TwelveWeeks) -> Chart:
    """Return the chart of twelve weeks."""
    return Chart(
        language=telling.say.code,
        name=clip(shown.name, NAME_UNITS),
        span=telling.say("Residents' requests, {span}", span=span_of(telling, shown)).unescape(),
        weeks=_weeks(telling, shown),
        waiting=waiting_told(telling, shown.figures.residents.handling_time),
        satisfaction=satisfaction_told(telling, shown.months),
        foot=_foot(telling, shown),
        alt=caption(telling, shown).striptags(),
    )


def caption(telling: Telling, shown: TwelveWeeks) -> Markup:
    """Say in two lines of whom and when the picture is, and what it shows."""
    return telling.say(
        "<b>{name}</b> · {span}\n"
        "The picture shows cases opened and settled each week, how long they took, and how"
        " satisfied residents were.",
        name=clip(shown.name, NAME_UNITS),
        span=span_of(telling, shown),
    )


def span_of(telling: Telling, shown: TwelveWeeks) -> str:
    """Name the days from the first week's Monday on, as far as the figures go."""
    say, begun = telling.say, shown.weeks[0].week.start
    until = min(shown.weeks[-1].week.end, telling.now) - timedelta(microseconds=1)
    days = {"first": say.date(begun, telling.zone), "last": say.date(until, telling.zone)}
    began, ended = begun.astimezone(telling.zone).year, until.astimezone(telling.zone).year
    if began == ended:
        return say("{first} – {last} {year}", year=ended, **days).unescape()
    return say(
        "{first} {first_year} – {last} {last_year}", first_year=began, last_year=ended, **days
    ).unescape()


def _weeks(telling: Telling, shown: TwelveWeeks) -> Weeks:
    say = telling.say
    return Weeks(
        title=say("Cases each week").unescape(),
        opened=say("opened").unescape(),
        settled=say("settled").unescape(),
        so_far=say("so far").unescape() if shown.weeks[-1].is_running else "",
        bars=tuple(
            Bars(say.date(each.week.start, telling.zone), each.opened, each.settled)
            for each in shown.weeks
        ),
    )


def _foot(telling: Telling, shown: TwelveWeeks) -> tuple[str, ...]:
    say, figures = telling.say, shown.figures
    moment = say.moment(figures.as_of, telling.zone)
    as_of = say("As of {moment}, definition {version}", moment=moment, version=figures.version)
    patrol = [] if figures.patrol.is_empty else [say("Not shown: what was found on patrol")]
    return tuple(line.unescape() for line in (*patrol, as_of))
