"""Where the clock's jumps lead, in the place's own time zone."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from sandbox import Guide
from sandbox.page.jumps import moment_after
from tests.sandbox.neighbourhood import Client, Neighbourhood

SHANGHAI = ZoneInfo("Asia/Shanghai")
BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 11, 11, 12, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("now", "jump", "expected"),
    [
        (NOON, "hour", NOON + timedelta(hours=1)),
        (NOON, "day", NOON + timedelta(days=1)),
        (NOON, "monday", datetime(2026, 11, 16, 9, tzinfo=SHANGHAI)),
        (
            datetime(2026, 11, 16, 8, 59, tzinfo=SHANGHAI),
            "monday",
            datetime(2026, 11, 16, 9, tzinfo=SHANGHAI),
        ),
        (
            datetime(2026, 11, 16, 9, tzinfo=SHANGHAI),
            "monday",
            datetime(2026, 11, 23, 9, tzinfo=SHANGHAI),
        ),
    ],
)
def test_a_jump_leads_to_its_moment(now: datetime, jump: str, expected: datetime) -> None:
    assert moment_after(now, jump, SHANGHAI) == expected


def test_a_day_is_a_day_of_the_calendar() -> None:
    before = datetime(2026, 10, 24, 12, tzinfo=BERLIN)
    after = moment_after(before, "day", BERLIN)
    # The clocks go back that night, so that the day has an hour more.
    assert (after.hour, after.timestamp() - before.timestamp()) == (12, 25 * 3600)


async def test_the_next_thing_is_what_the_guide_names(place: Neighbourhood, client: Client) -> None:
    place.sandbox.clock.stop()
    due = [place.sandbox.clock.now() + timedelta(hours=3)]

    async def move_on() -> bool:
        if not due:
            return False
        place.sandbox.clock.set(due.pop())
        return True

    place.sandbox.guide = Guide((), (), "en", "Asia/Shanghai", move_on=move_on)
    [at], asked = due, f"{place.sandbox.url}/page/jump"
    moved = (await client.http.post(asked, json={"to": "next"})).json()
    assert (moved["now"], moved["moved"]) == (at.timestamp(), True)
    assert (await client.http.post(asked, json={"to": "next"})).json()["moved"] is False
