"""Words are cut and broken where the font says that they end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.chart.lettering import drawable, fitted, width_of, wrapped

ROOM = 400.0


def test_chinese_letters_are_as_wide_as_they_are_high() -> None:
    assert width_of("翠苑三区", 40) == 160
    assert width_of("iiii", 40) < width_of("mmmm", 40) < 160


@given(st.text(max_size=60))
def test_what_is_fitted_fits(words: str) -> None:
    assert width_of(fitted(words, 38, ROOM), 38) <= ROOM


def test_what_fits_stays_as_it_is() -> None:
    assert fitted("翠苑三区", 38, ROOM) == "翠苑三区"
    assert fitted("翠苑三区出租房服务群", 48, ROOM) == "翠苑三区出租房…"


@given(st.text(alphabet="翠苑三区，。 abc def", max_size=80))
def test_nothing_is_lost_between_lines(words: str) -> None:
    lines = wrapped(words, 38, ROOM)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")


def test_lines_break_behind_blanks_and_before_chinese_characters() -> None:
    assert wrapped("half of them settled within two days", 38, ROOM) == [
        "half of them settled",
        "within two days",
    ]
    assert wrapped("半数在两天内办结，九成在九天内。", 50, ROOM) == [
        "半数在两天内办",
        "结，九成在九天",
        "内。",
    ]


def test_a_number_stays_with_what_it_counts() -> None:
    assert wrapped("53 settled, only 1 open", 38, width_of("53 settled, only 1 ", 38)) == [
        "53 settled, only",
        "1 open",
    ]
    assert wrapped("还有未办结 1 件", 38, width_of("还有未办结 1 ", 38)) == ["还有未办结", "1 件"]
    assert wrapped("立项自8月24日", 38, width_of("立项自8月24", 38)) == ["立项", "自8月24日"]


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("🏠 翠苑三区 ❤️", "翠苑三区"),
        ("一区👨‍👩‍👧二区", "一区二区"),
        ("🏠🏠", "🏠🏠"),
        ("𠮷祥里 №3", "𠮷祥里 №3"),
    ],
)
def test_a_name_is_drawn_without_its_pictures(name: str, drawn: str) -> None:
    assert drawable(name) == drawn
