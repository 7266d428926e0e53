"""What a chart says: each figure with its n, and nothing that may not be shown."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.events import Story, Withdrawn
from domain.policy import Policy
from reports.chart.chart import Chart, Step
from storage.database import Database
from tests.domain.figures.telling import accepted, case, resident, resolved
from tests.reports.chart.neighbourhood import NOW, chart_in, lively
from tests.reports.told import PATROL, settled, told

TEN = [settled(number, 70 + number / 10, takes=number) for number in range(1, 11)]


async def chart(database: Database, stories: list[Story], code: str = "en") -> Chart:
    found = await chart_in(database, stories, told(code, NOW))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("code", "span", "as_of"),
    [
        (
            "en",
            "Residents' requests, 2 Mar – 24 May 2026",
            "As of Mon 25 May, 09:00, definition v1",
        ),
        ("zh", "居民诉求，2026年3月2日至5月24日", "截至5月25日周一 09:00，统计口径 v1"),
    ],
)
async def test_it_says_whose_when_and_by_which_definition(
    database: Database, code: str, span: str, as_of: str
) -> None:
    told_so = await chart(database, lively(), code)
    assert (told_so.name, told_so.span, told_so.foot) == ("翠苑三区", span, (as_of,))


@pytest.mark.parametrize(
    ("code", "span"),
    [
        ("en", "Residents' requests, 22 Dec 2025 – 15 Mar 2026"),
        ("zh", "居民诉求，2025年12月22日至2026年3月15日"),
    ],
)
async def test_twelve_weeks_across_new_year_name_both_years(
    database: Database, code: str, span: str
) -> None:
    stories = [settled(number, number / 10, takes=1) for number in range(1, 11)]
    found = await chart_in(database, stories, told(code, 14.375), week=7)
    assert found is not None
    assert found.span == span


async def test_each_week_has_what_was_opened_and_settled(database: Database) -> None:
    weeks = (await chart(database, TEN)).weeks
    assert [(bars.begins, bars.opened, bars.settled) for bars in weeks.bars[-3:]] == [
        ("4 May", 0, 0),
        ("11 May", 10, 6),
        ("18 May", 0, 4),
    ]
    assert len(weeks.bars) == 12
    assert weeks.so_far == ""


async def test_a_week_that_still_runs_is_marked(database: Database) -> None:
    found = await chart_in(database, lively(), told("zh", 80), week=80)
    assert found is not None
    assert found.weeks.so_far == "至今"
    assert found.span == "居民诉求，2026年3月2日至5月20日"


@pytest.mark.parametrize("number", [0, 9])
async def test_fewer_than_ten_requests_have_no_chart(database: Database, number: int) -> None:
    patrols = [case(99 + n, 80, opening=PATROL) for n in range(5)]
    assert await chart_in(database, [*TEN[:number], *patrols], told("en", NOW)) is None


EARLY = [settled(number, 20 + number / 10, takes=1) for number in range(1, 11)]


async def test_a_quiet_week_has_no_chart(database: Database) -> None:
    assert await chart_in(database, EARLY, told("en", NOW)) is None


async def test_a_running_week_has_one_even_while_it_is_quiet(database: Database) -> None:
    assert await chart_in(database, EARLY, told("en", 80), week=80) is not None


async def test_waiting_is_told_in_words_and_drawn_as_it_is_known(database: Database) -> None:
    waiting = (await chart(database, TEN)).waiting
    assert waiting.lines == (
        "Half settled within 5 days, nine in ten within 9 days",
        "Last 12 weeks, since 2 Mar: 10 opened, 10 settled, 0 open",
    )
    assert waiting.steps[:2] == (Step(1, 0.1), Step(2, 0.2))
    assert waiting.steps[-1] == Step(10, 1)
    assert (waiting.target.days, waiting.target.words) == (7, "target")
    assert [(tick.days, tick.words) for tick in waiting.ticks] == [
        (0, "0"),
        (7, "7"),
        (14, "14 days"),
    ]
    assert waiting.known_until == 14


@pytest.mark.parametrize(
    ("hours", "ticks"),
    [
        (48, ["0", "2", "4", "6", "8 days"]),
        (36, ["0", "36", "72", "108", "144 hours"]),
        (12, ["0", "12", "24", "36", "48 hours"]),
    ],
)
async def test_the_axis_is_marked_by_the_target_in_force(
    database: Database, hours: int, ticks: list[str]
) -> None:
    policy = replace(Policy(), resolve_within=timedelta(hours=hours))
    found = await chart_in(database, TEN, replace(told("en", NOW), policy=policy))
    assert found is not None
    assert [tick.words for tick in found.waiting.ticks] == ticks
    assert found.waiting.target.days == hours / 24


async def test_a_curve_ends_where_nothing_more_is_known(database: Database) -> None:
    stories = [*TEN[:3], *(case(number, 80.375) for number in range(20, 30))]
    waiting = (await chart(database, stories)).waiting
    assert waiting.known_until == 4
    assert waiting.lines[0] == "Fewer than half are settled yet"


async def test_a_long_wait_is_cut_off_at_four_targets(database: Database) -> None:
    stories = [settled(number, 20 + number / 10, takes=5 * number) for number in range(1, 12)]
    stories.append(case(50, 83, accepted(83)))
    waiting = (await chart(database, stories)).waiting
    assert waiting.ticks[-1].days == waiting.known_until == 28
    assert max(step.days for step in waiting.steps) == 25


async def test_what_ended_otherwise_is_counted_beside(database: Database) -> None:
    withdrawn = case(50, 83, resident(83.5, Withdrawn()))
    first = await chart(database, [*TEN, withdrawn])
    assert (
        first.waiting.lines[1]
        == "Last 12 weeks, since 2 Mar: 11 opened, 10 settled, 0 open, 1 ended otherwise"
    )


async def test_a_quantile_that_is_not_reached_says_so(database: Database) -> None:
    stories = [*TEN, *(case(number, 70) for number in range(20, 25))]
    waiting = (await chart(database, stories, "zh")).waiting
    assert waiting.lines == (
        "半数在8天内办结，办结率还不到九成",
        "近12周（3月2日起）：立项 15 件，办结 10 件，未办结 5 件",
    )


async def test_satisfaction_is_told_as_far_as_it_may_be(database: Database) -> None:
    march = [settled(number, 1 + number / 10, 5, takes=1) for number in range(1, 13)]
    april = [settled(20 + number, 31 + number / 10, 5 - number, takes=1) for number in range(5)]
    april.append(settled(30, 32, 4, takes=1))
    recent = [settled(40 + number, 80, takes=1) for number in range(10)]
    told_so = await chart(database, [*march, *april, *recent])
    before, rates, counts = told_so.satisfaction.months
    assert (before.name, before.words, before.range) == ("February", "no rating was due", None)
    assert (rates.name, rates.words) == ("March", "100% (12 of 12)")
    assert rates.range is not None
    assert (rates.range.words, rates.range.share) == ("75.8–100%", 1)
    assert (counts.name, counts.words, counts.range) == ("April", "3 of 6 satisfied", None)


@pytest.mark.parametrize(
    ("code", "withheld", "few"),
    [
        (
            "en",
            "not shown, so that nobody's rating can be worked out",
            "shown from five ratings on (3 asked)",
        ),
        ("zh", "不公布，以免推算出个人评价", "满5份评价才公布（已征询 3 人次）"),
    ],
)
async def test_a_month_hidden_for_its_weeks_sake_says_so(
    database: Database, code: str, withheld: str, few: str
) -> None:
    # Twelve windows end in one week, and a single one on the 31st.
    march = [settled(number, 1 + number / 10, 5, takes=1) for number in range(1, 13)]
    march.append(settled(15, 21, 2, takes=1))
    april = [settled(20 + number, 31 + number / 10, 4, takes=1) for number in range(3)]
    recent = [settled(40 + number, 80, takes=1) for number in range(10)]
    months = (await chart(database, [*march, *april, *recent], code)).satisfaction.months
    assert [month.words for month in months[1:]] == [withheld, few]
    assert not any(month.range for month in months)


async def test_the_running_month_is_never_told(database: Database) -> None:
    may = [settled(number, 62 + number / 10, 5, takes=1) for number in range(1, 13)]
    months = (await chart(database, [*may, case(99, 83)], "zh")).satisfaction.months
    assert [month.name for month in months] == ["2月", "3月", "4月"]
    assert {month.words for month in months} == {"没有可统计的评价"}


async def test_what_patrols_found_is_said_to_be_missing(database: Database) -> None:
    patrol = case(99, 80, accepted(80.5), resolved(81), opening=PATROL)
    assert (await chart(database, [*TEN, patrol], "zh")).foot[0] == "图中不含巡查发现"


async def test_a_thousand_steps_are_drawn_as_a_few_hundred(database: Database) -> None:
    stories = [settled(number, 60 + number / 100, takes=number / 100) for number in range(1, 1001)]
    waiting = (await chart(database, stories)).waiting
    assert len(waiting.steps) <= 401
    assert waiting.steps[-1] == Step(10, 1)
