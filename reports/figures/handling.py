"""Handling time in words: by when half of the cases are settled, and by when nine in ten."""

from markupsafe import Markup

from domain.figures import HandlingTime
from reports.language import Language
from reports.telling import Telling

# Of fewer cases half and nine in ten are one and the same case, and prove nothing.
TOLD_FROM = 10


def handling_is_told(figure: HandlingTime) -> bool:
    """Whether there are cases enough to tell how long they take."""
    return figure.n >= TOLD_FROM


def handling_lines(telling: Telling, figure: HandlingTime) -> list[Markup]:
    """Tell median and P90 with the cases they rest on; nothing when there were none."""
    if not figure.n:
        return []
    return [_reached(telling.say, figure), handling_rests_on(telling, figure)]


def _reached(say: Language, figure: HandlingTime) -> Markup:
    if not handling_is_told(figure):
        return say("<b>Handling time</b> · told from ten cases on")
    if figure.median is None:
        return say("<b>Handling time</b> · fewer than half are settled yet")
    median = say.span(figure.median)
    if figure.p90 is None:
        return say(
            "<b>Handling time</b> · half within {median}, fewer than nine in ten are settled yet",
            median=median,
        )
    return say(
        "<b>Handling time</b> · half within {median}, nine in ten within {p90}",
        median=median,
        p90=say.span(figure.p90),
    )


def handling_rests_on(telling: Telling, figure: HandlingTime) -> Markup:
    """Tell how many cases of which kinds the figure is made of, and of which time."""
    say, since = telling.say, telling.say.date(figure.since, telling.zone)
    counts = {"n": figure.n, "settled": figure.events, "open": figure.censored_open}
    if not figure.censored_otherwise:
        return say(
            "Last 12 weeks, since {since}: {n} opened, {settled} settled, {open} open",
            since=since,
            **counts,
        )
    return say(
        "Last 12 weeks, since {since}: {n} opened, {settled} settled, {open} open, "
        "{other} ended otherwise",
        since=since,
        other=figure.censored_otherwise,
        **counts,
    )
