"""A thousand random histories: the figures against the same figures computed otherwise."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from random import Random

import pytest
from statsmodels.duration.survfunc import SurvfuncRight
from statsmodels.stats.proportion import proportion_confint

from domain.events import Story
from domain.figures import Ballots, Figures, HandlingTime, LineFigures, figures, wilson
from domain.periods import Period
from domain.policy import Policy
from tests.domain.figures import reference
from tests.domain.figures.histories import GROUPS, history
from tests.domain.figures.telling import day

BLOCKS = range(20)
HISTORIES_A_BLOCK = 50
POLICY = Policy()


@dataclass(frozen=True)
class Question:
    """A history, and what is asked of it."""

    stories: tuple[Story, ...]
    period: Period
    as_of: datetime
    groups: frozenset[int] | None

    @cached_property
    def answer(self) -> Figures:
        """Return what the product says."""
        return figures(self.stories, self.period, self.as_of, POLICY, self.groups)

    def here(self, group: int) -> bool:
        """Whether a group is asked about."""
        return self.groups is None or group in self.groups

    def cases(self, line: str) -> list[reference.Row]:
        """Return the reference's cases of one line."""
        return [case for case in self.measured if case["line"] == line]

    @cached_property
    def measured(self) -> list[reference.Row]:
        """Return the reference's cases, void ones and other groups' left out."""
        known = [case for story in self.stories if (case := reference.read(story, self.as_of))]
        return [case for case in known if case["end"] != "Voided" and self.here(case["group"])]


def ask(seed: int) -> Question:
    dice = Random(-seed)  # noqa: S311 - dice for a test, no secret
    start = dice.randrange(0, 40)
    period = Period(day(start), day(start + dice.choice((7, 7, 14, 30))))
    groups = dice.choice((None, frozenset({GROUPS[0]}), frozenset(GROUPS)))
    as_of = day(start + dice.choice((1, 5, 7, 7.25, 8, 14, 40, 90)))
    return Question(history(seed), period, as_of, groups)


def questions(block: int) -> list[Question]:
    first = block * HISTORIES_A_BLOCK
    return [ask(seed) for seed in range(first, first + HISTORIES_A_BLOCK)]


@pytest.fixture(params=BLOCKS, scope="module")
def block(request: pytest.FixtureRequest) -> list[Question]:
    return questions(request.param)


def test_timeliness_and_first_response_are_those_of_plain_counting(block: list[Question]) -> None:
    for question in block:
        answer = question.answer
        check_line(answer.residents, question, "residents")
        check_line(answer.patrol, question, "patrol")


def check_line(line: LineFigures, question: Question, name: str) -> None:
    cases = question.cases(name)
    span = (question.period.start, question.period.end, question.as_of)
    expected = reference.timeliness(cases, *span)
    figure = line.timeliness
    assert {name: getattr(figure, name) for name in expected} == expected
    if expected["due"] > expected["excluded"]:
        share = expected["hits"] / (expected["due"] - expected["excluded"])
        assert float(figure.value or 0) == pytest.approx(share, abs=1e-12)
    response = line.first_response
    assert (response.answered, response.of) == reference.first_response(cases, *span)


def test_satisfaction_is_that_of_plain_counting(block: list[Question]) -> None:
    for question in block:
        answer = question.answer.satisfaction
        papers = [paper for case in question.cases("residents") for paper in reference.papers(case)]
        end = min(question.period.end, question.as_of)
        cohort = [paper for paper in papers if question.period.start <= paper["ends"] < end]
        check_ballots(answer.first, [paper for paper in cohort if paper["first"]])
        check_ballots(answer.later, [paper for paper in cohort if not paper["first"]])
        moving = [
            paper
            for paper in papers
            if paper["first"] and paper["ends"] >= question.as_of and paper["votes"]
            if question.period.start <= paper["votes"][-1][0] < end
        ]
        assert (answer.so_far.n, answer.so_far.k) == reference.tally(moving)[1:3]


def check_ballots(ballots: Ballots, chosen: list[reference.Row]) -> None:
    asked, n, k, k3 = reference.tally(chosen)
    assert ballots == Ballots(asked, n, k, k3)
    if asked:
        assert ballots.bounds is not None
        low, high = float(ballots.bounds.low), float(ballots.bounds.high)
        assert (low, high) == pytest.approx((k / asked, 1 - (n - k) / asked))
    if n:
        assert ballots.interval is not None
        low, high = float(ballots.interval.low), float(ballots.interval.high)
        assert (low, high) == pytest.approx(proportion_confint(k, n, method="wilson"), abs=1e-12)


def test_the_curve_of_handling_time_is_that_of_statsmodels(block: list[Question]) -> None:
    for question in block:
        answer = question.answer
        check_curve(answer.residents.handling_time, question, "residents")
        check_curve(answer.patrol.handling_time, question, "patrol")


def check_curve(figure: HandlingTime, question: Question, line: str) -> None:
    seconds, resolved = reference.lifetimes(question.cases(line), question.as_of)
    assert (figure.n, figure.events) == (len(seconds), sum(resolved))
    if not seconds:
        return
    curve = SurvfuncRight(seconds, resolved)
    assert [step.time.total_seconds() for step in figure.curve] == list(curve.surv_times)
    assert [float(step.survival) for step in figure.curve] == pytest.approx(list(curve.surv_prob))
    assert [step.at_risk for step in figure.curve] == list(curve.n_risk)
    assert [step.events for step in figure.curve] == list(curve.n_events)


def test_the_books_balance_and_agree_with_the_states(block: list[Question]) -> None:
    for question in block:
        books = question.answer.reconciliation
        assert books.reckoned_end == books.open_at_end
        period, as_of = question.period, question.as_of
        ends = (period.start, min(period.end, as_of))
        assert (books.open_at_start, books.open_at_end) == tuple(
            reference.open_cases(question.stories, end, as_of, question.here) for end in ends
        )


def test_what_comes_after_the_moment_changes_nothing(block: list[Question]) -> None:
    for question in block:
        past = replace(question, stories=tuple(_before(question.stories, question.as_of)))
        assert past.answer == question.answer


def _before(stories: Iterable[Story], moment: datetime) -> Iterable[Story]:
    for story in stories:
        entries = tuple(entry for entry in story.entries if entry.at < moment)
        if story.entries[0].at < moment:
            yield Story(story.number, entries)


def test_the_figures_of_the_groups_add_up_to_those_of_all(block: list[Question]) -> None:
    for question in block:
        whole = replace(question, groups=None).answer
        parts = [replace(question, groups=frozenset({group})).answer for group in GROUPS]
        assert whole.residents.timeliness.due == sum(p.residents.timeliness.due for p in parts)
        assert whole.satisfaction.first.k == sum(p.satisfaction.first.k for p in parts)
        moved = [p.reconciliation.moved_in - p.reconciliation.moved_out for p in parts]
        assert sum(moved) == 0


def test_the_histories_hold_every_awkward_case() -> None:
    seen: Counter[str] = Counter()
    for block in BLOCKS:
        for question in questions(block):
            seen.update(_awkward(question))
    rare = {name: seen[name] for name in AWKWARD if seen[name] < 20}
    assert not rare


AWKWARD: dict[str, Callable[[reference.Row], bool]] = {
    "late tag": lambda case: case["intake"] > case["due"],
    "reopened after D": lambda case: _any_after(case, "Reopened"),
    "merged before D": lambda case: case["end"] == "Merged" and case["ended"] < case["due"],
    "merged after D": lambda case: case["end"] == "Merged" and case["ended"] > case["due"],
    "confirmed decline": lambda case: case["end"] == "Declined" and _decline_stands(case),
    "unconfirmed decline": lambda case: case["end"] == "Declined" and not _decline_stands(case),
    "withdrawn after D": lambda case: case["end"] == "Withdrawn" and case["ended"] > case["due"],
    "resolved at D": lambda case: case["end"] == "Resolved" and case["ended"] == case["due"],
    "net D later": lambda case: case["due"] < case["net"],
    "an earlier D by merging": lambda case: case["due"] < case["opened"].due_at,
    "recorded late": lambda case: [r["at"] for r in case["rows"]] != _times(case),
    "silent first round": lambda case: any(p["first"] and not p["votes"] for p in _papers(case)),
    "later round": lambda case: any(not p["first"] for p in _papers(case)),
    "several requesters": lambda case: len(reference.people(case["rows"], 1000)) > 1,
}


def _awkward(question: Question) -> Iterable[str]:
    for case in question.cases("residents"):
        yield from (name for name, holds in AWKWARD.items() if holds(case))


def _any_after(case: reference.Row, what: str) -> bool:
    return any(row["what"] == what and row["at"] > case["due"] for row in case["rows"])


def _decline_stands(case: reference.Row) -> bool:
    return reference.decline_stands(case["rows"])


def _times(case: reference.Row) -> list[datetime]:
    return sorted(row["at"] for row in case["rows"])


def _papers(case: reference.Row) -> list[reference.Row]:
    return reference.papers(case)


def test_wilson_intervals_are_those_of_statsmodels() -> None:
    for n in range(1, 80):
        for k in range(n + 1):
            interval = wilson(k, n)
            expected = proportion_confint(k, n, method="wilson")
            assert (float(interval.low), float(interval.high)) == pytest.approx(expected, abs=1e-12)
