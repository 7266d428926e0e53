"""Who holds which role over what, and how far it reaches down."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.roles import Role, Scope, ScopeKind
from storage.hot import run
from storage.tables.areas import AreaRow, GroupRow
from storage.tables.roles import RoleRow
from storage.upsert import upsert


@dataclass(frozen=True, slots=True)
class Grant:
    """A role somebody holds over a scope, or held until `revoked_at`."""

    user: int
    role: Role
    scope: Scope
    granted_at: datetime
    granted_by: int | None
    revoked_at: datetime | None = None


_IN_FORCE = RoleRow.revoked_at.is_(None)
_GRANTS = select(
    RoleRow.user,
    RoleRow.role,
    RoleRow.scope_kind,
    RoleRow.scope_id,
    RoleRow.granted_at,
    RoleRow.granted_by,
    RoleRow.revoked_at,
).order_by(RoleRow.role.desc(), RoleRow.granted_at, RoleRow.user)


def _at(kind: ScopeKind, where: ColumnElement[int | None]) -> ColumnElement[bool]:
    return and_(RoleRow.scope_kind == kind, RoleRow.scope_id == where)


# A group lies in a community only once that community's head has accepted it.
_COMMUNITY = (
    select(GroupRow.community)
    .where(GroupRow.id == bindparam("group_id"), GroupRow.accepted_at.is_not(None))
    .scalar_subquery()
)
_ITS_SUBDISTRICT = select(AreaRow.parent).where(AreaRow.id == _COMMUNITY).scalar_subquery()
_SUBDISTRICT = select(AreaRow.parent).where(AreaRow.id == bindparam("scope_id")).scalar_subquery()
_HIGHEST = select(func.max(RoleRow.role)).where(RoleRow.user == bindparam("user_id"), _IN_FORCE)
_EVERYWHERE = RoleRow.scope_kind == ScopeKind.DEPLOYMENT
_OVER_GROUP = _HIGHEST.where(
    or_(
        _at(ScopeKind.GROUP, bindparam("group_id")),
        _at(ScopeKind.COMMUNITY, _COMMUNITY),
        _at(ScopeKind.SUBDISTRICT, _ITS_SUBDISTRICT),
        _EVERYWHERE,
    )
)
_OVER_AREA = _HIGHEST.where(
    or_(
        and_(
            RoleRow.scope_kind == bindparam("scope_kind"), RoleRow.scope_id == bindparam("scope_id")
        ),
        _at(ScopeKind.SUBDISTRICT, _SUBDISTRICT),
        _EVERYWHERE,
    )
)


class Roles:
    """All roles, in one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def held_over(self, user: int, group: int, *, administers: bool = False) -> Role | None:
        """Return the highest role the user has in a group, from wherever it reaches down.

        Who `administers` the chat is at least its leader.
        """
        asked = {"user_id": user, "group_id": group}
        ((held,),) = await run(self._connection, _OVER_GROUP, asked)
        if held is None and administers:
            return Role.LEADER
        return _role(held)

    async def held_at(self, user: int, scope: Scope) -> Role | None:
        """Return the highest role the user has over a scope, from wherever it reaches down."""
        if scope.kind is ScopeKind.GROUP:
            return await self.held_over(user, scope.id)
        asked = {"user_id": user, "scope_kind": scope.kind, "scope_id": scope.id}
        ((held,),) = await run(self._connection, _OVER_AREA, asked)
        return _role(held)

    async def holders(self, scope: Scope, at_least: Role = Role.LEADER) -> tuple[Grant, ...]:
        """Return who holds a role over this very scope, highest first."""
        return await self._grants(
            RoleRow.scope_kind == scope.kind,
            RoleRow.scope_id == scope.id,
            RoleRow.role >= at_least,
            _IN_FORCE,
        )

    async def of(self, user: int) -> tuple[Grant, ...]:
        """Return every role somebody holds, highest first."""
        return await self._grants(RoleRow.user == user, _IN_FORCE)

    async def listing(self, scopes: Collection[Scope]) -> tuple[Grant, ...]:
        """Return who holds a role over any of these very scopes, highest first."""
        wanted = [
            and_(RoleRow.scope_kind == scope.kind, RoleRow.scope_id == scope.id) for scope in scopes
        ]
        return await self._grants(or_(*wanted), _IN_FORCE) if wanted else ()

    async def find(self, user: int, role: Role, scope: Scope) -> Grant | None:
        """Return one grant, also when it was revoked."""
        found = await self._grants(
            RoleRow.user == user,
            RoleRow.role == role,
            RoleRow.scope_kind == scope.kind,
            RoleRow.scope_id == scope.id,
        )
        return found[0] if found else None

    async def write(self, grant: Grant) -> None:
        """Keep a grant; only `storage.affairs` calls this, beside the ledger's event."""
        changing = ("granted_at", "granted_by", "revoked_at")
        statement = upsert(RoleRow, self._connection.dialect, *changing)
        await self._connection.execute(statement, [as_row(grant)])

    async def _grants(self, *conditions: ColumnElement[bool]) -> tuple[Grant, ...]:
        rows = await self._connection.execute(_GRANTS.where(*conditions))
        return tuple(
            Grant(
                row.user,
                row.role,
                Scope(row.scope_kind, row.scope_id),
                row.granted_at,
                row.granted_by,
                row.revoked_at,
            )
            for row in rows
        )


def _role(held: int | None) -> Role | None:
    return None if held is None else Role(held)


def as_row(grant: Grant) -> dict[str, object]:
    """Return a grant as the columns of its row."""
    return {
        "user": grant.user,
        "role": grant.role,
        "scope_kind": grant.scope.kind,
        "scope_id": grant.scope.id,
        "granted_at": grant.granted_at,
        "granted_by": grant.granted_by,
        "revoked_at": grant.revoked_at,
    }
