"""Values come back from both databases exactly as they went in."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Dialect, create_engine
from sqlalchemy.ext.asyncio import create_async_engine

from storage.database import Database
from storage.people import Person
from storage.tables.row import Digest, Ids, Moment

ZONES = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
MOMENTS = st.datetimes(datetime(1971, 1, 1), datetime(2200, 1, 1), timezones=ZONES)  # noqa: DTZ001
SQLITE = create_engine("sqlite://").dialect
POSTGRESQL = create_async_engine("postgresql+asyncpg://").dialect


@given(MOMENTS, st.sampled_from([SQLITE, POSTGRESQL]))
def test_a_moment_is_kept_to_the_microsecond_and_comes_back_in_utc(
    moment: datetime, dialect: Dialect
) -> None:
    kept = Moment().process_bind_param(moment, dialect)
    back = Moment().process_result_value(kept, dialect)
    assert back == moment
    assert back is not None
    assert back.tzinfo is UTC


@given(MOMENTS, MOMENTS)
def test_moments_sort_as_they_are_kept(one: datetime, other: datetime) -> None:
    kept = [Moment().process_bind_param(moment, SQLITE) for moment in (one, other)]
    first, second = (each for each in kept if isinstance(each, int))
    assert (first < second) == (one < other)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        Moment().process_bind_param(datetime(2026, 11, 2), SQLITE)  # noqa: DTZ001


@given(st.lists(st.integers(1, 2**52)).map(tuple))
def test_ids_keep_their_order(ids: tuple[int, ...]) -> None:
    kept = Ids().process_bind_param(ids, SQLITE)
    assert Ids().process_result_value(kept, SQLITE) == ids
    assert all(f",{one}," in kept for one in ids)


@given(st.binary(min_size=32, max_size=32).map(bytes.hex))
def test_a_digest_takes_half_its_digits(digest: str) -> None:
    kept = Digest().process_bind_param(digest, SQLITE)
    assert kept is not None
    assert len(kept) == 32
    assert Digest().process_result_value(kept, SQLITE) == digest


async def test_moments_of_other_zones_come_back_the_same(database: Database) -> None:
    shanghai = timezone(timedelta(hours=8))
    seen = datetime(2026, 11, 2, 9, 30, 0, 123456, tzinfo=shanghai)
    async with database.begin() as work:
        await work.people.remember([Person(7, "王芳", None, None, seen)])
        person = await work.people.find(7)
    assert person is not None
    assert person.seen_at == seen
    assert person.seen_at.utcoffset() == timedelta(0)
