"""Which case a message in a chat is about."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import bindparam, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.delivery import Purpose
from storage.hot import run
from storage.tables.messages import AlbumRow, PostRow
from storage.upsert import upsert


@dataclass(frozen=True, slots=True)
class Bound:
    """A message that is about a case; one of a person's has no purpose."""

    chat: int
    message: int
    case: int | None
    purpose: Purpose | None


_POSTS = select(PostRow.chat, PostRow.message, PostRow.case, PostRow.purpose)
_FIND = _POSTS.where(PostRow.chat == bindparam("in_chat"), PostRow.message == bindparam("wanted"))


class Posts:
    """Messages and albums of cases, in one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def bind(
        self, chat: int, message: int, case: int | None, purpose: Purpose | None
    ) -> None:
        """Note what a message is about; without a purpose it is a person's own."""
        row = {"chat": chat, "message": message, "case": case, "purpose": purpose}
        statement = upsert(PostRow, self._connection.dialect, "case", "purpose")
        await run(self._connection, statement, row)

    async def case_of(self, chat: int, message: int) -> int | None:
        """Return the case that a message is about."""
        found = await self.find(chat, message)
        return found.case if found else None

    async def known(self, places: Collection[tuple[int, int]]) -> set[tuple[int, int]]:
        """Return those of these messages (chat, message) that are about a case."""
        about = tuple_(PostRow.chat, PostRow.message).in_(places)
        query = select(PostRow.chat, PostRow.message).where(about, PostRow.case.is_not(None))
        return {(chat, message) for chat, message in await self._connection.execute(query)}

    async def find(self, chat: int, message: int) -> Bound | None:
        """Return what is known of a message."""
        rows = await run(self._connection, _FIND, {"in_chat": chat, "wanted": message})
        return Bound(*rows[0]) if rows else None

    async def of_case(self, case: int, purpose: Purpose | None) -> tuple[Bound, ...]:
        """Return the messages of a case with this purpose, oldest first."""
        wanted = PostRow.purpose.is_(None) if purpose is None else PostRow.purpose == purpose
        query = _POSTS.where(PostRow.case == case, wanted).order_by(PostRow.chat, PostRow.message)
        return tuple(Bound(*row) for row in await self._connection.execute(query))

    async def bind_album(self, chat: int, album: str, case: int) -> None:
        """Note which case an album opened."""
        row = {"chat": chat, "album": album, "case": case}
        await self._connection.execute(upsert(AlbumRow, self._connection.dialect, "case"), row)

    async def case_of_album(self, chat: int, album: str) -> int | None:
        """Return the case that an album opened."""
        query = select(AlbumRow.case).where(AlbumRow.chat == chat, AlbumRow.album == album)
        return await self._connection.scalar(query)

    async def rekey(self, old_chat: int, new_chat: int) -> None:
        """Follow a group to its new chat id.

        The supergroup numbers its messages anew and may already have some bound; those stay.
        """
        taken = select(PostRow.message).where(PostRow.chat == new_chat)
        moved = (PostRow.chat == old_chat) & PostRow.message.not_in(taken)
        await self._connection.execute(update(PostRow).where(moved).values(chat=new_chat))
        albums = update(AlbumRow).where(AlbumRow.chat == old_chat).values(chat=new_chat)
        await self._connection.execute(albums)
