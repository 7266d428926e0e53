"""A weekly summary tells a young, a silent and a busy group what became of what they said."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.events import Story
from domain.text import utf16_length
from reports.changes import Change
from reports.closing import Restated
from reports.still_open import OpenCase
from reports.summary import Summary, summary_text
from tests.domain.figures.histories import history
from tests.domain.figures.telling import case, day
from tests.reports.told import full_group, reckoned, told, week_of

NOW = 14.375
HEAD = "3fa9c07d51e2b8846d0a" + "0" * 44


def summary(stories: list[Story], *, open_cases: tuple[OpenCase, ...] = ()) -> Summary:
    """Summarise the second week, on the Monday after it."""
    return Summary(
        name="翠苑三区",
        figures=reckoned(*stories, period=week_of(7), as_of=day(NOW)),
        before=reckoned(*stories, period=week_of(0), as_of=day(NOW)),
        open_cases=open_cases,
        first_due=None,
        head=HEAD,
        final_at=day(21.375),
    )


def open_case(number: int, start: float = 4) -> OpenCase:
    return OpenCase(number, f"路灯{number}坏了", day(start), day(start + 7))


def test_a_busy_group_reads_everything_from_top_to_bottom() -> None:
    text = summary_text(told("en", NOW), summary(full_group(), open_cases=(open_case(22),)))
    assert text == EXPECTED


EXPECTED = """\
<b>Weekly summary · 翠苑三区</b>
Week 11 of 2026 · Mon 9 Mar – Sun 15 Mar

<b>Cases</b>
Open at the start: 2
− settled: 1
= open at the end: 1

<b>Timeliness 85.7%</b> · 12 of 14 settled in time
15 due · 1 not counted · 0 not due yet
Not counted: withdrawn, merged or declined in time. If they counted as late: 80.0%
<b>Handling time</b> · half within 2 days, nine in ten within 9 days
Last 12 weeks, since 22 Dec: 15 opened, 13 settled, 1 open, 1 ended otherwise

<b>Satisfaction 80.0%</b> · 8 of 10 satisfied
Likely between 49.0% and 94.3% (95% interval)
Fairly satisfied included: 90.0% (9 of 10)
12 asked, 10 rated: response rate 83.3%
If all who kept silent were unhappy 66.7%, if all were happy 83.3%

<b>Found on patrol</b>
<b>Timeliness</b> · 1 of 1 settled in time
1 due · 0 not counted · 0 not due yet
<b>Handling time</b> · told from ten cases on
Last 12 weeks, since 22 Dec: 1 opened, 1 settled, 0 open

<b>Still open</b>
№22 #case22 路灯22坏了 · 10 days, <b>overdue</b>

<i>Provisional; final on Mon 23 Mar.</i>
<i>As of Mon 16 Mar, 09:00 · definition v1</i>
<i>Ledger</i> <code>3fa9c07d51e2b884</code>"""


@pytest.mark.parametrize("code", ["en", "zh"])
@pytest.mark.parametrize("seed", range(40))
def test_the_printed_receipt_of_any_history_adds_up(code: str, seed: int) -> None:
    stories, week = history(seed), week_of(7 * (seed % 2))
    figures = reckoned(*stories, period=week, as_of=day(7 * (seed % 2) + 7.375))
    text = summary_text(told(code, NOW), replace(summary([]), figures=figures))
    receipt = next(block for block in text.split("\n\n") if "\n= " in block).splitlines()[1:]
    signed = [int(("-" if line[0] == "−" else "") + _number(line)) for line in receipt]
    assert sum(signed[:-1]) == signed[-1] == figures.reconciliation.open_at_end
    assert utf16_length(text) < 4096


def _number(line: str) -> str:
    return "".join(re.findall(r"\d+", line)[:1])


@pytest.mark.parametrize(("code", "quiet"), [("en", "A quiet week"), ("zh", "这一周很平静")])
def test_a_silent_group_reads_one_friendly_word_instead_of_empty_figures(
    code: str, quiet: str
) -> None:
    text = summary_text(told(code, NOW), summary([]))
    assert quiet in text
    assert "0" not in text.split("\n\n")[1]
    assert HEAD[:16] in text


def test_a_young_group_reads_when_its_first_figures_come() -> None:
    young = summary([case(1, 12)], open_cases=(open_case(1, 12),))
    text = summary_text(told("en", NOW), replace(young, first_due=day(19)))
    assert "First figures on Sat 21 Mar, when the first case comes due" in text
    assert "no cases due\n1 case is not due yet" in text


def test_last_week_stands_beside_this_one() -> None:
    stories = full_group()
    later = replace(
        summary(stories),
        figures=reckoned(*stories, period=week_of(14), as_of=day(21.375)),
        before=reckoned(*stories, period=week_of(7), as_of=day(21.375)),
    )
    text = summary_text(told("en", 21.375), later)
    assert "The week before: 85.7% (12 of 14)" in text
    assert "The week before: 80.0% (8 of 10)" in text


def test_last_weeks_satisfaction_stays_hidden_where_few_rated() -> None:
    few = summary([case(1, 0)])
    assert "The week before" not in summary_text(told("en", NOW), few)


def test_the_list_of_open_cases_is_clipped_oldest_first() -> None:
    many = tuple(open_case(number, 12 - number) for number in range(1, 12))
    text = summary_text(told("en", NOW), replace(summary(full_group()), open_cases=many))
    assert re.findall(r"№(\d+) #case", text) == ["11", "10", "9", "8", "7", "6", "5", "4"]
    assert "and 3 more: /cases" in text


def test_an_open_case_whose_words_were_erased_keeps_its_number() -> None:
    erased = replace(open_case(22, 10), words=None)
    text = summary_text(told("en", NOW), replace(summary(full_group()), open_cases=(erased,)))
    assert "№22 #case22 … · 4 days, due Thu 19 Mar" in text


def test_missed_weeks_are_named_after_an_outage() -> None:
    away = replace(summary(full_group()), untold=(week_of(-7), week_of(0)))
    text = summary_text(told("en", NOW), away)
    assert "The bot was away and told no summary of 2026-W09 and 2026-W10." in text
    assert "/stats 2026-W10" in text


def test_a_restatement_names_what_changed_but_no_rating() -> None:
    found = (
        Change("timeliness", "hits", 12, 11),
        Change("satisfaction", "k", 8, 7),
        Change("satisfaction", "n", 10, 11),
    )
    corrected = replace(summary(full_group()), restated=(Restated(week_of(0), found),))
    block = summary_text(told("en", NOW), corrected).split("<b>Changed since printed")[1]
    assert "2026-W10</b>\ncases settled in time: 12 → 11\nsatisfaction: ratings were" in block
    assert "8 → 7" not in block
    assert "10 → 11" not in block


def test_of_many_restated_weeks_none_goes_unnamed() -> None:
    found = (Change("timeliness", "hits", 12, 11),)
    weeks = tuple(Restated(week_of(-7 * n), found) for n in range(4))
    text = summary_text(told("en", NOW), replace(summary(full_group()), restated=weeks))
    assert text.count("cases settled in time: 12 → 11") == 2
    assert "Changed since printed, too: 2026-W08 and 2026-W07\n\n<i>Prov" in text


def test_the_running_week_is_called_so_and_is_not_provisional() -> None:
    running = replace(summary(full_group()), final_at=None)
    text = summary_text(told("en", NOW), running)
    assert text.startswith("<b>This week so far · 翠苑三区</b>")
    assert "Provisional" not in text


@pytest.mark.parametrize("code", ["en", "zh"])
def test_hostile_names_and_words_are_escaped_and_stay_within_the_limit(code: str) -> None:
    words = "</b><script>" + "👍🏽" * 4000
    cases = tuple(OpenCase(n, words, day(0), day(7)) for n in range(1, 40))
    changed = tuple(Change("cases", "opened", n, n + 1) for n in range(20))
    worst = replace(
        summary(full_group(), open_cases=cases),
        name="<3" * 200,
        restated=tuple(Restated(week_of(-7 * n), changed) for n in range(4)),
        untold=tuple(week_of(-7 * n) for n in range(50, 0, -1)),
        first_due=day(1) + timedelta(days=1),
    )
    text = summary_text(told(code, NOW), worst)
    assert utf16_length(text) < 4096
    assert "<script>" not in text
    assert "<3" not in text
