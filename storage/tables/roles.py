"""Table of roles, granted and revoked."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from domain.roles import Role, ScopeKind
from storage.tables.row import RoleNumber, Row, choice


class RoleRow(Row):
    """A role somebody holds over a scope, or held until `revoked_at`."""

    __tablename__ = "roles"
    __table_args__ = (Index(None, "scope_kind", "scope_id"),)

    user: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    role: Mapped[Role] = mapped_column(RoleNumber(), primary_key=True)
    scope_kind: Mapped[ScopeKind] = mapped_column(choice(ScopeKind), primary_key=True)
    scope_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    granted_at: Mapped[datetime]
    granted_by: Mapped[int | None]
    revoked_at: Mapped[datetime | None]
