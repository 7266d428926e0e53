"""Who is who: people by id and username, and their place in chats."""

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Row, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

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


_COLUMNS = (
    PersonRow.user,
    PersonRow.name,
    PersonRow.username,
    PersonRow.language,
    PersonRow.seen_at,
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
        await self._free([str(row["handle"]) for row in rows if row["handle"]], latest)
        changing = ("name", "username", "handle", "language", "seen_at")
        await self._connection.execute(upsert(PersonRow, self._connection.dialect, *changing), rows)

    async def find(self, user: int) -> Person | None:
        """Return who has this id."""
        query = select(*_COLUMNS).where(PersonRow.user == user)
        return _person((await self._connection.execute(query)).one_or_none())

    async def by_username(self, username: str) -> Person | None:
        """Return who has this username, in letters of any case, with or without the @."""
        handle = username.removeprefix("@").lower()
        query = select(*_COLUMNS).where(PersonRow.handle == handle)
        return _person((await self._connection.execute(query)).first())

    async def names(self, users: Collection[int]) -> dict[int, str]:
        """Return the names of those who are known."""
        query = select(PersonRow.user, PersonRow.name).where(PersonRow.user.in_(users))
        return {row.user: row.name for row in await self._connection.execute(query)}

    async def _free(self, handles: list[str], holders: Collection[int]) -> None:
        if not handles:
            return
        taken = PersonRow.handle.in_(handles) & PersonRow.user.not_in(holders)
        await self._connection.execute(
            update(PersonRow).where(taken).values(username=None, handle=None)
        )


class Members:
    """Who is in which chat, in one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def see(self, chat: int, users: Collection[int], at: datetime) -> None:
        """Note that these people were seen in the chat."""
        if not users:
            return
        rows = [{"chat": chat, "user": user, "administers": False, "seen_at": at} for user in users]
        await self._connection.execute(upsert(MemberRow, self._connection.dialect, "seen_at"), rows)

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
        query = select(MemberRow.administers).where(MemberRow.chat == chat, MemberRow.user == user)
        return bool(await self._connection.scalar(query))

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
        if not users:
            return
        rows = [
            {"chat": chat, "user": user, "administers": administers, "seen_at": at}
            for user in users
        ]
        statement = upsert(MemberRow, self._connection.dialect, "administers", "seen_at")
        await self._connection.execute(statement, rows)


def _handle(person: Person) -> str | None:
    return person.username.lower() if person.username else None


def _person(row: Row[int, str, str | None, str | None, datetime] | None) -> Person | None:
    return Person(*row) if row is not None else None
