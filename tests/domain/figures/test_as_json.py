"""The figures as plain values."""

import json
from typing import Any

from domain.events import Withdrawn
from domain.figures import to_json
from tests.domain.figures.telling import case, rated, reckon, resident, resolved, week


def whole() -> dict[str, Any]:
    stories = [case(n, 0, resolved(1), rated(2, 5 if n else 2)) for n in range(3)]
    figures = reckon(*stories, case(3, 0, resident(1, Withdrawn())), period=week(1), as_of=20)
    plain: dict[str, Any] = json.loads(json.dumps(to_json(figures)))
    return plain


def test_shares_stand_exact_and_printed() -> None:
    timeliness = whole()["residents"]["timeliness"]
    assert timeliness["excluded_as_missed"] == {"value": "3/4", "percent": "75.0"}
    assert (timeliness["hits"], timeliness["due"], timeliness["excluded"]) == (3, 4, 1)
    assert whole()["satisfaction"]["first_round"]["satisfaction"]["value"] == "2/3"


def test_durations_are_seconds_and_the_curve_can_be_redone() -> None:
    handling = whole()["residents"]["handling_time"]
    assert handling["median_seconds"] == 86400
    assert handling["curve"] == [
        {"seconds": 86400, "survival": "0.250000000000", "at_risk": 4, "events": 3}
    ]


def test_what_has_no_value_is_null() -> None:
    patrol = whole()["patrol"]
    assert patrol["timeliness"]["timeliness"] is None
    assert patrol["handling_time"]["p90_seconds"] is None
    assert whole()["satisfaction"]["later_rounds"]["wilson_95"] is None


def test_intervals_are_decimals_and_printed() -> None:
    assert whole()["satisfaction"]["first_round"]["wilson_95"]["low"]["percent"] == "20.8"


def test_the_frame_names_definition_period_and_moment() -> None:
    plain = whole()
    assert plain["definition"] == "v1"
    assert plain["as_of"] == "2026-03-22T00:00:00+00:00"
    assert plain["period"]["start"] == "2026-03-09T00:00:00+00:00"
    assert plain["reconciliation"]["open_at_end"] == 0
    assert plain["voided"] == []
