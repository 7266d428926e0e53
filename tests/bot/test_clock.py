"""The clock follows Telegram's dates, runs on between them, and is not shaken by a slow line."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import Clock, HostTime

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


class Host:
    """A host whose wall clock is an hour fast, and whose steady clock the test moves."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def time(self) -> HostTime:
        """Both clocks."""
        return HostTime(lambda: NOON + timedelta(hours=1), lambda: self.seconds)


@pytest.fixture
def host() -> Host:
    return Host()


def test_until_telegram_answers_the_host_is_believed_with_a_warning(
    host: Host, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = Clock(host.time())
    assert clock.now() == NOON + timedelta(hours=1)
    assert not clock.synchronised
    assert "host's clock" in capsys.readouterr().out


def test_the_first_answer_sets_it_also_back(host: Host) -> None:
    clock = Clock(host.time())
    clock.now()
    clock.heard(NOON)
    assert clock.now() == NOON


def test_it_runs_on_between_answers(host: Host) -> None:
    clock = Clock(host.time())
    clock.heard(NOON)
    host.seconds += 42.5
    assert clock.now() == NOON + 42.5 * SECOND


@pytest.mark.parametrize("late", [1, 5, 30, 59])
def test_an_answer_that_was_long_on_its_way_never_sets_it_back(host: Host, late: int) -> None:
    clock = Clock(host.time())
    clock.heard(NOON)
    host.seconds += late
    before = clock.now()
    clock.heard(NOON)
    assert clock.now() >= before


def test_a_clock_that_runs_fast_waits_for_telegrams(host: Host) -> None:
    clock = Clock(host.time())
    for minute in range(1, 601):
        clock.heard(NOON + minute * 60 * SECOND)
        host.seconds += 60.5
        assert clock.now() - (NOON + (minute + 1) * 60 * SECOND) < 4 * SECOND


def test_a_jump_of_days_is_followed(host: Host) -> None:
    clock = Clock(host.time())
    clock.heard(NOON)
    clock.heard(NOON + timedelta(days=8))
    assert clock.now() == NOON + timedelta(days=8)
    clock.heard(NOON)
    assert clock.now() == NOON
