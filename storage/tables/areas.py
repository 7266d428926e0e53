"""Tables of what is supervised: areas, and the groups that may lie in them."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from domain.roles import ScopeKind
from storage.tables.row import Row, choice


class AreaRow(Row):
    """A community or sub-district; a community names its sub-district as `parent`."""

    __tablename__ = "areas"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[ScopeKind] = mapped_column(choice(ScopeKind))
    name: Mapped[str]
    parent: Mapped[int | None] = mapped_column(ForeignKey("areas.id"), index=True)


class GroupRow(Row):
    """One chat of "1+X"; it counts in its community from `accepted_at` on.

    `language`, `timezone` and `thread` are None where the deployment's defaults hold; `paused` is
    the reason why nothing is sent there.
    """

    __tablename__ = "groups"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    chat: Mapped[int] = mapped_column(unique=True)
    title: Mapped[str]
    language: Mapped[str | None]
    timezone: Mapped[str | None]
    thread: Mapped[int | None]
    community: Mapped[int | None] = mapped_column(ForeignKey("areas.id"), index=True)
    accepted_at: Mapped[datetime | None]
    joined_at: Mapped[datetime]
    paused: Mapped[str | None]
    bot_is_administrator: Mapped[bool]
    reads_everything: Mapped[bool]
