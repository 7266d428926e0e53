"""The sandbox's clock, and the Date header that follows it."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import pytest

from sandbox.clock import Clock
from tests.sandbox.neighbourhood import Client, Neighbourhood


def test_a_clock_runs_on_from_where_it_was_set() -> None:
    real = iter([100.0, 100.0, 107.0])
    moves: list[str] = []
    clock = Clock(lambda: moves.append("moved"), read=lambda: next(real))
    clock.set(datetime(2026, 11, 2, 9, tzinfo=UTC))
    assert clock.now() == datetime(2026, 11, 2, 9, 0, 0, tzinfo=UTC)
    assert clock.now() == datetime(2026, 11, 2, 9, 0, 7, tzinfo=UTC)
    assert moves == ["moved"]


def test_a_stopped_clock_moves_by_jumps_alone_and_runs_on_from_there() -> None:
    real = iter(range(100, 200))
    clock = Clock(lambda: None, read=lambda: next(real))
    clock.stop()
    clock.set(datetime(2026, 11, 2, 9, tzinfo=UTC))
    clock.advance(timedelta(hours=1))
    assert clock.now() == clock.now() == datetime(2026, 11, 2, 10, tzinfo=UTC)
    clock.run()
    assert clock.now() == datetime(2026, 11, 2, 10, 0, 1, tzinfo=UTC)


def test_a_moment_without_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Clock(lambda: None).set(datetime(2026, 11, 2))  # noqa: DTZ001 - what is refused


async def test_every_answer_and_message_carries_the_sandboxes_time(
    client: Client, place: Neighbourhood
) -> None:
    place.sandbox.clock.set(datetime(2027, 1, 4, 1, tzinfo=UTC))
    sent = await client.call("sendMessage", chat_id=place.group.id, text="x")
    assert sent["date"] - datetime(2027, 1, 4, 1, tzinfo=UTC).timestamp() < 60
    for path in (f"{client.base}/flyAway", f"{place.sandbox.url}/nowhere"):
        response = await client.http.get(path)
        assert len(response.headers.get_list("date")) == 1
        late = parsedate_to_datetime(response.headers["date"]) - datetime(2027, 1, 4, 1, tzinfo=UTC)
        assert timedelta() <= late < timedelta(minutes=1)
