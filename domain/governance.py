"""What is recorded beside the cases: groups, areas, roles, settings, frozen periods."""

from dataclasses import dataclass
from datetime import datetime

from domain.roles import Role, Scope, ScopeKind


@dataclass(frozen=True, slots=True)
class AreaAdded:
    """A community or sub-district came under supervision; a community names its sub-district."""

    area: int
    kind: ScopeKind
    name: str
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class GroupAdded:
    """A chat became a service group."""

    group: int
    chat: int


@dataclass(frozen=True, slots=True)
class GroupRekeyed:
    """Telegram gave the group's chat a new id."""

    group: int
    chat: int


@dataclass(frozen=True, slots=True)
class GroupPlaced:
    """A group asked to count in a community, or (`accepted`) its head agreed."""

    group: int
    community: int
    accepted: bool


@dataclass(frozen=True, slots=True)
class RoleGranted:
    """Somebody received a role."""

    user: int
    role: Role
    scope: Scope


@dataclass(frozen=True, slots=True)
class RoleRevoked:
    """Somebody's role ended."""

    user: int
    role: Role
    scope: Scope


@dataclass(frozen=True, slots=True)
class SettingChanged:
    """A setting of a group or area has a new value."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class SnapshotFrozen:
    """The figures of a closed period were kept; `digest` is that of their canonical JSON."""

    scope: Scope
    start: datetime
    end: datetime
    as_of: datetime
    digest: str


Affair = (
    AreaAdded
    | GroupAdded
    | GroupRekeyed
    | GroupPlaced
    | RoleGranted
    | RoleRevoked
    | SettingChanged
    | SnapshotFrozen
)
