"""Each figure says what it is made of, and keeps quiet where it must."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.figures import (
    Ballots,
    Figures,
    FirstResponse,
    HandlingTime,
    Reconciliation,
    Satisfaction,
    SoFar,
    Timeliness,
)
from domain.figures.handling import kaplan_meier
from reports.figures.handling import handling_lines
from reports.figures.reconciliation import reconciliation_lines
from reports.figures.response import response_lines
from reports.figures.satisfaction import satisfaction_lines
from reports.figures.timeliness import timeliness_in_short, timeliness_lines
from reports.language import language
from tests.domain.figures.telling import day
from tests.reports.told import reckoned, told, week_of

EN, ZH = language("en"), language("zh")
TOLD = told("en", 84)
NOTHING = Ballots(asked=0, n=0, k=0, k3=0)
SILENCE = Satisfaction(NOTHING, NOTHING, SoFar(0, 0))
QUIET = reckoned(period=week_of(0), as_of=day(7))
DAY = timedelta(days=1)


def in_time(hits: int, due: int, excluded: int = 0, pending: int = 0) -> Timeliness:
    return Timeliness(hits=hits, net_hits=hits, due=due, excluded=excluded, pending=pending)


def asked(**first: int) -> Figures:
    return replace(QUIET, satisfaction=replace(SILENCE, first=Ballots(**first)))


def test_below_ten_due_timeliness_is_told_in_counts_only() -> None:
    assert timeliness_lines(EN, in_time(9, 9)) == [
        "<b>Timeliness</b> · 9 of 9 settled in time",
        "9 due · 0 not counted · 0 not due yet",
    ]


def test_from_ten_due_timeliness_is_told_with_all_it_is_made_of() -> None:
    assert timeliness_lines(EN, in_time(9, 12, excluded=1, pending=3)) == [
        "<b>Timeliness 81.8%</b> · 9 of 11 settled in time",
        "12 due · 1 not counted · 3 not due yet",
        "Not counted: withdrawn, merged or declined in time. If they counted as late: 75.0%",
    ]


def test_few_cases_have_the_excluded_counted_as_late_in_counts() -> None:
    assert timeliness_lines(EN, in_time(3, 4, excluded=1))[-1].endswith("late: 3 of 4")


def test_net_timeliness_is_told_only_where_it_differs() -> None:
    same = in_time(10, 20)
    assert len(timeliness_lines(EN, same)) == 2
    assert timeliness_lines(EN, replace(same, net_hits=15))[-1].endswith("75.0%")


def test_nothing_due_prints_no_rate() -> None:
    assert timeliness_lines(EN, in_time(0, 0)) == ["<b>Timeliness</b> · no cases due"]
    assert timeliness_lines(EN, in_time(0, 0, pending=2))[-1] == "2 cases are not due yet"
    assert timeliness_lines(EN, in_time(0, 0, pending=1))[-1] == "1 case is not due yet"


def test_a_miss_among_thousands_never_prints_as_everything() -> None:
    assert timeliness_in_short(EN, in_time(1999, 2000)) == "99.9% (1999 of 2000)"
    assert timeliness_in_short(EN, in_time(2000, 2000)) == "100% (2000 of 2000)"


@pytest.mark.parametrize("n", range(5))
def test_below_five_ratings_nothing_tells_how_many_there_were(n: int) -> None:
    lines = satisfaction_lines(EN, asked(asked=8, n=n, k=n, k3=n))
    assert lines == ["<b>Satisfaction</b> · shown from five ratings on (8 asked)"]


def test_from_five_ratings_counts_are_told_without_percentages() -> None:
    lines = satisfaction_lines(EN, asked(asked=12, n=5, k=4, k3=5))
    assert lines[0] == "<b>Satisfaction</b> · 4 of 5 satisfied"
    assert "%" not in "".join(lines)


def test_from_ten_ratings_everything_is_told() -> None:
    assert satisfaction_lines(EN, asked(asked=100, n=40, k=39, k3=40)) == [
        "<b>Satisfaction 97.5%</b> · 39 of 40 satisfied",
        "Likely between 87.1% and 99.6% (95% interval)",
        "Fairly satisfied included: 100% (40 of 40)",
        "100 asked, 40 rated: response rate 40.0%",
        "If all who kept silent were unhappy 39.0%, if all were happy 99.0%",
    ]


def test_ratings_in_open_windows_are_counted_apart_without_their_scores() -> None:
    so_far = replace(SILENCE, so_far=SoFar(n=3, k=1))
    lines = satisfaction_lines(EN, replace(QUIET, satisfaction=so_far))
    assert lines[-1] == "So far 3 ratings on outcomes that can still be rated"


def test_a_running_period_tells_no_ratings_that_the_next_answer_could_be_held_against() -> None:
    told = replace(asked(asked=100, n=40, k=39, k3=40), as_of=day(6.9))
    running = replace(told, satisfaction=replace(told.satisfaction, so_far=SoFar(n=3, k=1)))
    untold, so_far = satisfaction_lines(EN, running)
    assert "once they are over" in untold
    assert not re.search(r"\d", untold)
    assert so_far == "So far 3 ratings on outcomes that can still be rated"


def test_later_rounds_stand_on_a_line_of_their_own() -> None:
    later = replace(SILENCE, later=Ballots(asked=7, n=6, k=5, k3=5))
    assert satisfaction_lines(EN, replace(QUIET, satisfaction=later))[-1] == "After rework: 5 of 6"


def test_first_answers_are_counted_below_ten_and_a_rate_from_ten() -> None:
    assert response_lines(EN, FirstResponse(0, 0), DAY) == []
    few, many = FirstResponse(2, 3), FirstResponse(19, 20)
    assert response_lines(EN, few, DAY) == ["<b>First answer</b> · 2 of 3 within 24 hours"]
    assert response_lines(EN, many, DAY)[0].startswith("<b>First answer 95.0%</b>")


def test_handling_time_says_where_the_curve_was_not_reached() -> None:
    events, ended = [2 * DAY, 3 * DAY] * 3, [4 * DAY, 4 * DAY] * 3
    half = HandlingTime(day(0), kaplan_meier(events, ended), 6, 3, 3, DAY)
    assert handling_lines(TOLD, half) == [
        "<b>Handling time</b> · half within 3 days, fewer than nine in ten are settled yet",
        "Last 12 weeks, since 2 Mar: 12 opened, 6 settled, 3 open, 3 ended otherwise",
    ]
    none = HandlingTime(day(0), (), 0, 10, 0, DAY)
    assert handling_lines(TOLD, none)[0].endswith("fewer than half are settled yet")
    assert handling_lines(TOLD, HandlingTime(day(0), (), 0, 0, 0, 0 * DAY)) == []


def test_handling_time_of_fewer_than_ten_cases_is_told_in_counts() -> None:
    nine = HandlingTime(day(0), kaplan_meier([DAY] * 9, []), 9, 0, 0, DAY)
    assert handling_lines(TOLD, nine) == [
        "<b>Handling time</b> · told from ten cases on",
        "Last 12 weeks, since 2 Mar: 9 opened, 9 settled, 0 open",
    ]


def test_the_receipt_lists_only_what_happened_and_adds_up() -> None:
    figure = Reconciliation(4, 3, 1, 0, 2, 0, 1, 0, 0, 1, 4)
    assert reconciliation_lines(EN, figure, (7,)) == [
        "Open at the start: 4",
        "+ opened: 3",
        "+ reopened: 1",
        "− settled: 2",
        "− withdrawn: 1",
        "− opened by mistake: 1 (№7)",
        "= open at the end: 4",
    ]


def test_chinese_tells_the_same_figures() -> None:
    lines = [
        *timeliness_lines(ZH, in_time(9, 12, excluded=1, pending=3)),
        *satisfaction_lines(ZH, asked(asked=100, n=40, k=39, k3=40)),
    ]
    assert lines[0] == "<b>时效性 81.8%</b> · 11 件中 9 件按时办结"
    assert lines[3] == "<b>满意度 97.5%</b> · 40 份评价中 39 份满意"
    assert "评价率 40.0%" in lines[6]
