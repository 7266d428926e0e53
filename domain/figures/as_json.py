"""The figures as plain values for `--json`: whole, exact, and printed."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from domain.figures.definition import Figures, LineFigures
from domain.figures.handling import HandlingTime
from domain.figures.printing import decimal, percent
from domain.figures.response import FirstResponse
from domain.figures.satisfaction import Ballots, Satisfaction
from domain.figures.timeliness import Timeliness
from domain.figures.wilson import Interval

Json = str | int | None | Sequence["Json"] | Mapping[str, "Json"]

_PLACES = 12
_SECOND = timedelta(seconds=1)


def to_json(figures: Figures) -> dict[str, Json]:
    """Return the figures as dictionaries, lists, strings and integers.

    Nothing is hidden: this is for whoever runs the program. Moments are ISO 8601 in UTC, durations
    whole seconds, shares `value` as "num/den" beside their `percent`. Wilson intervals and the
    survival curve are decimals to twelve places; the curve's exact fractions follow from its
    `at_risk` and `events`.
    """
    return {
        "definition": figures.version,
        "period": {
            "start": _moment(figures.period.start),
            "end": _moment(figures.period.end),
            "label": figures.period.label,
        },
        "as_of": _moment(figures.as_of),
        "residents": _line(figures.residents),
        "patrol": _line(figures.patrol),
        "satisfaction": _satisfaction(figures.satisfaction),
        "reconciliation": asdict(figures.reconciliation),
        "voided": list(figures.voided),
    }


def _line(line: LineFigures) -> Json:
    return {
        "timeliness": _timeliness(line.timeliness),
        "first_response": _first_response(line.first_response),
        "handling_time": _handling_time(line.handling_time),
    }


def _timeliness(figure: Timeliness) -> Json:
    return {
        **asdict(figure),
        "timeliness": _share(figure.value),
        "excluded_as_missed": _share(figure.excluded_as_missed),
        "net": _share(figure.net),
    }


def _first_response(figure: FirstResponse) -> Json:
    return {"answered": figure.answered, "of": figure.of, "rate": _share(figure.rate)}


def _handling_time(figure: HandlingTime) -> Json:
    return {
        "n": figure.n,
        "events": figure.events,
        "censored_open": figure.censored_open,
        "censored_otherwise": figure.censored_otherwise,
        "median_seconds": _seconds(figure.median),
        "p90_seconds": _seconds(figure.p90),
        "curve": [
            {
                "seconds": step.time // _SECOND,
                "survival": decimal(step.survival, _PLACES),
                "at_risk": step.at_risk,
                "events": step.events,
            }
            for step in figure.curve
        ],
    }


def _satisfaction(figure: Satisfaction) -> Json:
    return {
        "first_round": _ballots(figure.first),
        "later_rounds": _ballots(figure.later),
        "so_far": asdict(figure.so_far),
    }


def _ballots(ballots: Ballots) -> Json:
    bounds = ballots.bounds
    return {
        **asdict(ballots),
        "satisfaction": _share(ballots.value),
        "five_level": _share(ballots.five_level),
        "wilson_95": _interval(ballots.interval),
        "response_rate": _share(ballots.response_rate),
        "bounds": {"low": _share(bounds.low), "high": _share(bounds.high)} if bounds else None,
    }


def _interval(interval: Interval | None) -> Json:
    if interval is None:
        return None
    return {
        end: {"decimal": decimal(share, _PLACES), "percent": percent(share)}
        for end, share in (("low", interval.low), ("high", interval.high))
    }


def _share(share: Fraction | None) -> Json:
    if share is None:
        return None
    return {"value": f"{share.numerator}/{share.denominator}", "percent": percent(share)}


def _seconds(time: timedelta | None) -> int | None:
    return None if time is None else time // _SECOND


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()
