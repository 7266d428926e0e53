"""Who holds which role over what, and how far a role reaches down."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Role(IntEnum):
    """The roles, lowest first; a higher one may do in a group whatever a lower one may."""

    LEADER = 1
    MEMBER = 2
    HEAD = 3
    INSPECTOR = 4
    OWNER = 5


class ScopeKind(StrEnum):
    """What a role or a figure is about."""

    GROUP = "group"
    COMMUNITY = "community"
    SUBDISTRICT = "subdistrict"
    DEPLOYMENT = "deployment"


@dataclass(frozen=True, slots=True)
class Scope:
    """One group, community or sub-district by its id, or the whole deployment (id 0)."""

    kind: ScopeKind
    id: int


DEPLOYMENT = Scope(ScopeKind.DEPLOYMENT, 0)

GRANTED_OVER = {
    Role.LEADER: ScopeKind.GROUP,
    Role.MEMBER: ScopeKind.COMMUNITY,
    Role.HEAD: ScopeKind.COMMUNITY,
    Role.INSPECTOR: ScopeKind.SUBDISTRICT,
    Role.OWNER: ScopeKind.DEPLOYMENT,
}

GRANTED_BY = {
    Role.LEADER: Role.MEMBER,
    Role.MEMBER: Role.HEAD,
    Role.HEAD: Role.INSPECTOR,
    Role.INSPECTOR: Role.OWNER,
    Role.OWNER: Role.OWNER,
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts on a case: the highest role held over its group, if any.

    An anonymous administrator acts as "the group": `anonymous`, with the group chat's id.
    """

    id: int
    role: Role | None = None
    anonymous: bool = False

    def at_least(self, role: Role) -> bool:
        """Whether the role held reaches `role`."""
        return self.role is not None and self.role >= role
