"""How the two languages name lengths of time and join names."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from markupsafe import Markup

from reports.language import language


@pytest.mark.parametrize(
    ("length", "chinese", "english"),
    [
        (timedelta(), "1分钟", "1 minute"),
        (timedelta(hours=24), "24小时", "24 hours"),
        (timedelta(days=3), "3天", "3 days"),
    ],
)
def test_a_span_is_told_in_its_largest_unit_and_never_in_seconds(
    length: timedelta, chinese: str, english: str
) -> None:
    assert language("zh").span(length) == chinese
    assert language("en").span(length) == english


def test_days_and_months_stand_alone_on_an_axis() -> None:
    monday, zone = datetime(2026, 11, 8, 16, tzinfo=UTC), ZoneInfo("Asia/Shanghai")
    chinese, english = language("zh"), language("en")
    assert (chinese.date(monday, zone), english.date(monday, zone)) == ("11月9日", "9 Nov")
    assert chinese.month_alone(monday, zone) == "11月"
    assert english.month_alone(monday, zone) == "November"


def test_joined_names_are_escaped_once() -> None:
    names = ["<b>", Markup("<i>李红</i>"), "林师傅"]
    assert language("zh").listed(names) == "&lt;b&gt;、<i>李红</i>和林师傅"
    assert language("en")("{names}", names=language("en").listed(names[:1])) == "&lt;b&gt;"
