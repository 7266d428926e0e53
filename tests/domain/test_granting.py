"""Who may give which role."""

import pytest

from domain.granting import may_grant
from domain.roles import Role

L, M, H, I, O = Role.LEADER, Role.MEMBER, Role.HEAD, Role.INSPECTOR, Role.OWNER  # noqa: E741

GIVES = {
    None: (),
    L: (),
    M: (L,),
    H: (L, M),
    I: (L, M, H),
    O: (L, M, H, I),
}


@pytest.mark.parametrize("held", [None, *Role])
@pytest.mark.parametrize("role", list(Role))
def test_a_role_is_given_only_from_above(held: Role | None, role: Role) -> None:
    assert may_grant(role, held) == (role in GIVES[held])


@pytest.mark.parametrize("held", [None, L])
@pytest.mark.parametrize("role", list(Role))
def test_administering_a_chat_names_its_leaders_and_no_one_above(
    held: Role | None, role: Role
) -> None:
    assert may_grant(role, held, administers=True) == (role is L)
