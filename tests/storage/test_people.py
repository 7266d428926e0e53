"""People are remembered by id and username, and by their place in chats."""

from datetime import UTC, datetime, timedelta

from storage.database import Database
from storage.people import Person

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)


def person(user: int, username: str | None, name: str = "王芳") -> Person:
    return Person(user, name, username, "zh", NOW)


async def test_a_person_is_found_by_username_in_any_case(database: Database) -> None:
    async with database.begin() as work:
        await work.people.remember([person(7, "WangFang")])
    async with database.look() as work:
        assert await work.people.by_username("@wangfANG") == person(7, "WangFang")
        assert await work.people.by_username("wang") is None


async def test_the_last_name_seen_counts(database: Database) -> None:
    async with database.begin() as work:
        await work.people.remember([person(7, "a"), person(7, "b", "王小芳")])
        await work.people.remember([person(8, None, "李雷")])
        assert await work.people.find(7) == person(7, "b", "王小芳")
        assert await work.people.names([7, 8, 9]) == {7: "王小芳", 8: "李雷"}


async def test_a_username_that_moved_names_its_new_holder_only(database: Database) -> None:
    async with database.begin() as work:
        await work.people.remember([person(7, "fang")])
        await work.people.remember([person(8, "Fang")])
        assert await work.people.by_username("fang") == person(8, "Fang")
        former = await work.people.find(7)
    assert former is not None
    assert former.username is None


async def test_only_current_administrators_administer(database: Database) -> None:
    async with database.begin() as work:
        await work.members.see(-100, [7, 8], NOW)
        assert not await work.members.administers(-100, 7)
        await work.members.set_administrators(-100, [7, 9], NOW)
        await work.members.set_administrators(-100, [9], NOW)
        assert not await work.members.administers(-100, 7)
        assert await work.members.administrators(-100) == (9,)


async def test_being_seen_again_leaves_an_administrator_one(database: Database) -> None:
    async with database.begin() as work:
        await work.members.set_administrator(-100, 7, NOW, administers=True)
        await work.members.see(-100, [7], NOW + timedelta(days=1))
        assert await work.members.administers(-100, 7)
        await work.members.leave(-100, 7)
        assert not await work.members.administers(-100, 7)
