"""Who is who: people by id and username, and their place in chats."""

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.hot import run, run_many
from storage.tables.people import MemberRow, PersonRow
from storage.upsert import upsert


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody seen in a chat of the bot; the username is as Telegram writes it, without the @."""

    user: int
    name: str
    username: str | None
    language: str | None
    seen_at: datetime


_PEOPLE = select(
    PersonRow.user, PersonRow.name, PersonRow.username, PersonRow.language, PersonRow.seen_at
)
_BY_ID = _PEOPLE.where(PersonRow.user == bindparam("wanted"))
_BY_HANDLE = _PEOPLE.where(PersonRow.handle == bindparam("wanted"))
_LOSE_HANDLE = (
    update(PersonRow)
    .where(PersonRow.handle == bindparam("taken"), PersonRow.user != bindparam("holder"))
    .values(username=None, handle=None)
)
_ADMINISTERS = select(MemberRow.administers).where(
    MemberRow.chat == bindparam("in_chat"), MemberRow.user == bindparam("wanted")
)


class People:
    """Who is who, in one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def remember(self, people: Iterable[Person]) -> None:
        """Keep the latest name, username and language of each; of one seen twice the last counts.

        Somebody who took over another's username takes it away from them, as Telegram did.
        """
        latest = {person.user: person for person in people}
        rows = [asdict(person) | {"handle": _handle(person)} for person in latest.values()]
        if not rows:
            return
        taken = [{"taken": row["handle"], "holder": row["user"]} for row in rows if row["handle"]]
        await run_many(self._connection, _LOSE_HANDLE, taken)
        changing = ("name", "username", "handle", "language", "seen_at")
        statement = upsert(PersonRow, self._connection.dialect, *changing)
        await run_many(self._connection, statement, rows)

    async def find(self, user: int) -> Person | None:
        """Return who has this id."""
        rows = await run(self._connection, _BY_ID, {"wanted": user})
        return Person(*rows[0]) if rows else None

    async def by_username(self, username: str) -> Person | None:
        """Return who has this username, in letters of any case, with or without the @."""
        handle = username.removeprefix("@").lower()
        rows = await run(self._connection, _BY_HANDLE, {"wanted": handle})
        return Person(*rows[0]) if rows else None

    async def names(self, users: Collection[int]) -> dict[int, str]:
        """Return the names of those who are known."""
        query = select(PersonRow.user, PersonRow.name).where(PersonRow.user.in_(users))
        return {row.user: row.name for row in await self._connection.execute(query)}


class Members:
    """Who is in which chat, in one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def see(self, chat: int, users: Collection[int], at: datetime) -> None:
        """Note that these people were seen in the chat."""
        rows = [{"chat": chat, "user": user, "administers": False, "seen_at": at} for user in users]
        statement = upsert(MemberRow, self._connection.dialect, "seen_at")
        await run_many(self._connection, statement, rows)

    async def set_administrators(self, chat: int, users: Collection[int], at: datetime) -> None:
        """Note who administers the chat now; everybody else does not."""
        others = (MemberRow.chat == chat) & MemberRow.administers & MemberRow.user.not_in(users)
        await self._connection.execute(update(MemberRow).where(others).values(administers=False))
        await self._administer(chat, users, at, administers=True)

    async def set_administrator(
        self, chat: int, user: int, at: datetime, *, administers: bool
    ) -> None:
        """Note whether one person administers the chat."""
        await self._administer(chat, [user], at, administers=administers)

    async def administers(self, chat: int, user: int) -> bool:
        """Return whether the person administers the chat, as far as is known."""
        asked = {"in_chat": chat, "wanted": user}
        rows = await run(self._connection, _ADMINISTERS, asked)
        return bool(rows and rows[0][0])

    async def administrators(self, chat: int) -> tuple[int, ...]:
        """Return who administers the chat, as far as is known."""
        query = select(MemberRow.user).where(MemberRow.chat == chat, MemberRow.administers)
        return tuple((await self._connection.scalars(query)).all())

    async def has(self, chat: int, user: int) -> bool:
        """Return whether the person was seen in the chat; in private: whether they began one."""
        query = select(MemberRow.user).where(MemberRow.chat == chat, MemberRow.user == user)
        return await self._connection.scalar(query) is not None

    async def rekey(self, old_chat: int, new_chat: int) -> None:
        """Follow a group to its new chat id; who was already seen there keeps that place."""
        seen = select(MemberRow.user).where(MemberRow.chat == new_chat)
        moved = (MemberRow.chat == old_chat) & MemberRow.user.not_in(seen)
        await self._connection.execute(update(MemberRow).where(moved).values(chat=new_chat))

    async def leave(self, chat: int, user: int) -> None:
        """Forget the person's place in the chat."""
        place = (MemberRow.chat == chat) & (MemberRow.user == user)
        await self._connection.execute(delete(MemberRow).where(place))

    async def _administer(
        self, chat: int, users: Collection[int], at: datetime, *, administers: bool
    ) -> None:
        rows = [
            {"chat": chat, "user": user, "administers": administers, "seen_at": at}
            for user in users
        ]
        statement = upsert(MemberRow, self._connection.dialect, "administers", "seen_at")
        await run_many(self._connection, statement, rows)


def _handle(person: Person) -> str | None:
    return person.username.lower() if person.username else None
