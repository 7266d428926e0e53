"""Groups: the chats of "1+X", where they lie, and whether they can be written to."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.hot import run
from storage.tables.areas import AreaRow, GroupRow
from storage.tables.people import MemberRow
from storage.upsert import upsert


@dataclass(frozen=True, slots=True)
class Group:
    """One chat; it counts in its community from `accepted_at` on.

    `language`, `timezone` and `thread` are None where the deployment's defaults hold; `paused` is
    the reason why nothing is sent there.
    """

    id: int
    chat: int
    title: str
    joined_at: datetime
    language: str | None = None
    timezone: str | None = None
    thread: int | None = None
    community: int | None = None
    accepted_at: datetime | None = None
    paused: str | None = None
    bot_is_administrator: bool = False
    reads_everything: bool = False


_NAMES = tuple(field.name for field in fields(Group))
_GROUPS = select(*(getattr(GroupRow, name) for name in _NAMES)).order_by(GroupRow.id)
_BY_ID = _GROUPS.where(GroupRow.id == bindparam("wanted"))
_BY_CHAT = _GROUPS.where(GroupRow.chat == bindparam("wanted"))


class Groups:
    """All groups, in one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, group: int) -> Group | None:
        """Return the group of this id."""
        return _group(await run(self._connection, _BY_ID, {"wanted": group}))

    async def by_chat(self, chat: int) -> Group | None:
        """Return the group that this chat is."""
        return _group(await run(self._connection, _BY_CHAT, {"wanted": chat}))

    async def active(self) -> tuple[Group, ...]:
        """Return the groups that can be written to."""
        return await self._all(GroupRow.paused.is_(None))

    async def listing(self) -> tuple[Group, ...]:
        """Return all groups."""
        return await self._all()

    async def administered_by(self, user: int) -> tuple[Group, ...]:
        """Return the groups whose chats somebody administers, as far as is known."""
        theirs = select(MemberRow.user).where(
            MemberRow.chat == GroupRow.chat, MemberRow.user == user, MemberRow.administers
        )
        return await self._all(theirs.exists())

    async def of_community(self, community: int) -> tuple[Group, ...]:
        """Return the groups accepted by a community."""
        return await self._all(GroupRow.community == community, GroupRow.accepted_at.is_not(None))

    async def asking(self, community: int) -> tuple[Group, ...]:
        """Return the groups that asked to count in a community and wait for its head."""
        return await self._all(GroupRow.community == community, GroupRow.accepted_at.is_(None))

    async def of_subdistrict(self, subdistrict: int) -> tuple[Group, ...]:
        """Return the groups accepted by the communities of a sub-district."""
        communities = select(AreaRow.id).where(AreaRow.parent == subdistrict)
        return await self._all(
            GroupRow.community.in_(communities), GroupRow.accepted_at.is_not(None)
        )

    async def retitle(self, chat: int, title: str) -> None:
        """Note the chat's title."""
        await self._change(chat, title=title)

    async def pause(self, chat: int, reason: str) -> None:
        """Send nothing to the chat any more, for this reason."""
        await self._change(chat, paused=reason)

    async def resume(self, chat: int) -> None:
        """Send to the chat again."""
        await self._change(chat, paused=None)

    async def place_bot(self, chat: int, *, administrator: bool, reads_everything: bool) -> None:
        """Note the bot's own place in the chat."""
        await self._change(
            chat, bot_is_administrator=administrator, reads_everything=reads_everything
        )

    async def write(self, group: Group) -> None:
        """Keep a group; only `storage.affairs` calls this, beside the ledger's event."""
        statement = upsert(GroupRow, self._connection.dialect, *_NAMES[1:])
        await self._connection.execute(statement, [asdict(group)])

    async def _change(self, chat: int, **values: str | bool | None) -> None:
        await self._connection.execute(
            update(GroupRow).where(GroupRow.chat == chat).values(**values)
        )

    async def _all(self, *conditions: ColumnElement[bool]) -> tuple[Group, ...]:
        rows = await self._connection.execute(_GROUPS.where(*conditions))
        return tuple(Group(*row) for row in rows)


def _group(rows: Sequence[Any]) -> Group | None:
    return Group(*rows[0]) if rows else None
