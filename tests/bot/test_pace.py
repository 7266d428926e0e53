"""Telegram's limits are kept, on a clock of the test's own."""

from collections import deque

from hypothesis import given
from hypothesis import strategies as st

from bot.telegram_out.lanes import Lanes
from bot.telegram_out.pace import Pace
from storage.sendings import Ticket
from storage.tables.outbox import OutboxKind


class Sending:
    """Sends tickets as fast as the pace allows; every call takes no time."""

    def __init__(self, *tickets: Ticket) -> None:
        self.pace = Pace()
        self.lanes = Lanes(self.pace.ready)
        self.now = 100.0
        self.calls: list[tuple[float, Ticket]] = []
        for ticket in tickets:
            self.lanes.offer(ticket)

    def run(self, until: float = float("inf")) -> None:
        """Send until all is sent, or so many seconds have passed."""
        while len(self.lanes) and self.now - 100 < until:
            ticket = self.lanes.take(self.now)
            if ticket is None:
                self.now = self.lanes.wakes_at() or self.now
                continue
            self.now = max(self.now, self.pace.overall())
            self.pace.called(ticket.chat, self.now)
            self.calls.append((self.now, ticket))
            self.lanes.back(ticket)


def ticket(number: int, chat: int, urgency: int = 2) -> Ticket:
    return Ticket(urgency, number, chat, OutboxKind.POST)


def most_within(times: list[float], span: float) -> int:
    window: deque[float] = deque()
    most = 0
    for time in times:
        window.append(time)
        while window[0] <= time - span:
            window.popleft()
        most = max(most, len(window))
    return most


def test_three_thousand_groups_are_reached_near_the_limit_and_never_over_it() -> None:
    sending = Sending(*(ticket(n, -n) for n in range(1, 3001)))
    sending.run()
    times = [time for time, _ in sending.calls]
    assert most_within(times, 1.0) <= 30
    assert times[-1] - times[0] <= 1.06 * 3000 / 30


def test_a_group_gets_twenty_a_minute_and_one_a_second() -> None:
    sending = Sending(*(ticket(n, -5) for n in range(1, 101)))
    sending.run()
    times = [time for time, _ in sending.calls]
    assert most_within(times, 60.0) <= 20
    assert most_within(times, 1.0) == 1


def test_a_private_chat_knows_no_minute() -> None:
    sending = Sending(*(ticket(n, 5) for n in range(1, 61)))
    sending.run()
    assert sending.now - 100 < 65


def test_a_group_that_must_wait_blocks_nobody() -> None:
    sending = Sending(*(ticket(n, -5) for n in range(1, 101)), ticket(999, -6))
    sending.run(until=1)
    assert 999 in [ticket.id for _, ticket in sending.calls]


def test_an_answer_overtakes_the_bulk() -> None:
    sending = Sending(*(ticket(n, -n) for n in range(1, 1001)))
    sending.run(until=1)
    asked = sending.now
    sending.lanes.offer(ticket(5000, -5000, urgency=0))
    sending.run()
    answered = next(time for time, each in sending.calls if each.id == 5000)
    assert answered - asked < 0.1


def test_a_held_chat_waits_and_the_others_go_on() -> None:
    sending = Sending(ticket(1, -1), ticket(2, -2))
    sending.pace.hold(-1, 130.0)
    sending.run()
    assert [each.id for _, each in sending.calls] == [2, 1]
    assert sending.calls[-1][0] >= 130.0


@given(st.lists(st.tuples(st.integers(-3, 3), st.integers(0, 2)), max_size=40))
def test_nothing_is_lost_and_each_chat_keeps_its_order(said: list[tuple[int, int]]) -> None:
    tickets = [ticket(n, chat, urgency) for n, (chat, urgency) in enumerate(said)]
    sending = Sending(*tickets)
    sending.run()
    for chat in {each.chat for each in tickets}:
        sent = [each for _, each in sending.calls if each.chat == chat]
        assert sent == sorted(each for each in tickets if each.chat == chat)
