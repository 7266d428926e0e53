"""What comes in is sifted: cases and their replies are kept, people are noted, chatter is gone."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.json_text import read_json
from bot.telegram_in.reception import Gap, Reception
from domain.delivery import Outgoing, Purpose
from storage.database import Database
from storage.inbox import Waiting
from storage.work import Work
from tests.bot.test_typed import ME, MEI, message

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


async def no_news(_work: Work, _gap: Gap) -> Sequence[Outgoing]:
    return []


@pytest.fixture
def reception(database: Database) -> Reception:
    return Reception(ME, database, no_news)


def update(number: int, kind: str = "message", **fields: Any) -> dict[str, Any]:
    return {"update_id": number, kind: message(**fields)}


async def waiting(database: Database) -> list[Waiting]:
    async with database.look() as work:
        return await work.inbox.waiting()


def texts(rows: list[Waiting]) -> list[str]:
    read = [read_json(row.raw) for row in rows]
    return [(each.get("message") or each["edited_message"])["text"] for each in read]


async def test_a_reply_to_a_case_is_kept_and_other_replies_are_not(
    reception: Reception, database: Database
) -> None:
    async with database.begin() as work:
        await work.posts.bind(-1001, 3, 12, Purpose.CARD)
    to_case = update(1, text="on my way", reply_to_message=message(message_id=3))
    to_other = update(2, text="me too", reply_to_message=message(message_id=4))
    await reception.take([to_other, to_case], NOW, all_there_is=True)
    assert texts(await waiting(database)) == ["on my way"]


async def test_an_edit_right_after_a_tagged_message_is_kept_behind_it(
    reception: Reception, database: Database
) -> None:
    opening = update(1, text="#问题 电梯坏了")
    edited = update(2, "edited_message", text="电梯又好了", edit_date=1_793_610_060)
    await reception.take([opening, edited], NOW, all_there_is=True)
    assert texts(await waiting(database)) == ["#问题 电梯坏了", "电梯又好了"]


async def test_an_edit_is_kept_while_the_chat_has_something_waiting(
    reception: Reception, database: Database
) -> None:
    await reception.take([update(1, text="#问题 电梯坏了")], NOW, all_there_is=True)
    edited = update(2, "edited_message", text="电梯又好了", edit_date=1_793_610_060)
    await reception.take([edited], NOW, all_there_is=True)
    assert len(await waiting(database)) == 2


async def test_a_person_who_is_called_as_before_costs_no_writing(
    reception: Reception, database: Database
) -> None:
    await reception.take([update(1, text="morning")], NOW, all_there_is=True)
    await reception.take([update(2, text="evening")], NOW + MINUTE / 2, all_there_is=True)
    async with database.look() as work:
        person = await work.people.find(7)
    assert person is not None
    assert person.seen_at == NOW


async def test_a_new_name_is_noted(reception: Reception, database: Database) -> None:
    await reception.take([update(1, text="morning")], NOW, all_there_is=True)
    renamed = MEI | {"first_name": "Meimei", "username": None}
    later: dict[str, Any] = {"from": renamed}
    await reception.take([update(2, **later)], NOW, all_there_is=True)
    async with database.look() as work:
        person = await work.people.find(7)
    assert person is not None
    assert (person.name, person.username) == ("Meimei Wang", None)


async def test_a_backlog_may_hold_taps_as_old_as_the_last_time_all_had_come(
    reception: Reception, database: Database
) -> None:
    await reception.take([], NOW, all_there_is=True)
    await reception.take([update(1, text="#a")], NOW + MINUTE, all_there_is=False)
    await reception.take([update(2, text="#b")], NOW + 2 * MINUTE, all_there_is=True)
    await reception.take([update(3, text="#c")], NOW + 3 * MINUTE, all_there_is=True)
    rows = await waiting(database)
    assert [row.not_before for row in rows] == [NOW, NOW, NOW + 2 * MINUTE]


async def test_after_a_restart_the_last_contact_is_known(database: Database) -> None:
    first = Reception(ME, database, no_news)
    await first.take([], NOW, all_there_is=True)
    second = Reception(ME, database, no_news)
    await second.recall()
    await second.take([update(1, text="#a")], NOW + MINUTE, all_there_is=True)
    (row,) = await waiting(database)
    assert row.not_before == NOW


async def test_what_was_handled_long_ago_is_forgotten(
    reception: Reception, database: Database
) -> None:
    await reception.take([update(1, text="#a")], NOW, all_there_is=True)
    async with database.begin() as work:
        (row,) = await work.inbox.waiting()
        await work.inbox.finish(row.seq)
    await reception.take([], NOW + timedelta(days=4), all_there_is=True)
    await reception.take([update(1, text="#a")], NOW + timedelta(days=4), all_there_is=True)
    assert len(await waiting(database)) == 1


scraps = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([2**70, -(2**70), "\ud800", "\x00", "#", [], {}, 1.5, float("inf")])
)


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    """Spoil one place of a real update."""
    spoiled = update(5, text="#问题", reply_to_message=message(message_id=3))
    branch: dict[str, Any] = spoiled
    for _ in range(draw(st.integers(0, 3))):
        inner = [key for key, value in branch.items() if isinstance(value, dict)]
        if not inner:
            break
        key = draw(st.sampled_from(inner))
        branch[key] = dict(branch[key])
        branch = branch[key]
    branch[draw(st.sampled_from(sorted(branch)))] = draw(scraps)
    return spoiled


@given(st.lists(mutated(), min_size=1, max_size=5))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
async def test_spoiled_updates_hold_nothing_up(database: Database, updates: list[Any]) -> None:
    reception = Reception(ME, database, no_news)
    await reception.take(updates, NOW, all_there_is=True)
    async with database.begin() as work:
        for row in await work.inbox.waiting():
            await work.inbox.finish(row.seq)
