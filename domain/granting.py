"""Who may give a role over a scope, and take it back."""

from domain.roles import GRANTED_BY, Role


def may_grant(role: Role, held: Role | None, *, administers: bool = False) -> bool:
    """Whether somebody who holds `held` over a scope may give or take `role` there.

    An administrator of the chat may name its leaders, so that a group can work alone; nothing
    above. Owners are named by the deployment's settings only.
    """
    if role is Role.OWNER:
        return False
    if role is Role.LEADER and administers:
        return True
    return held is not None and held >= GRANTED_BY[role]
