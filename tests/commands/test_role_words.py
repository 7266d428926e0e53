"""Roles in people's words."""

import pytest

from commands.role_words import read_role, role_name
from domain.roles import Role
from reports.language import language


@pytest.mark.parametrize(
    ("words", "role", "rest"),
    [
        ("leader", Role.LEADER, ""),
        ("Grid Leader", Role.LEADER, ""),
        ("网格长", Role.LEADER, ""),
        ("微网格长", Role.LEADER, ""),
        ("member 翠苑社区", Role.MEMBER, "翠苑社区"),
        ("监委会成员 翠苑社区", Role.MEMBER, "翠苑社区"),
        ("成员", Role.MEMBER, ""),
        ("主任 翠苑社区 古荡街道", Role.HEAD, "翠苑社区 古荡街道"),
        ("committee head Cuiyuan Community", Role.HEAD, "Cuiyuan Community"),
        ("ｈｅａｄ　翠苑社区", Role.HEAD, "翠苑社区"),
        ("翠苑社区 主任", Role.HEAD, "翠苑社区"),
        ("inspector 古荡街道", Role.INSPECTOR, "古荡街道"),
        ("街道纪委 古荡街道", Role.INSPECTOR, "古荡街道"),
        ("纪委干部 古荡街道", Role.INSPECTOR, "古荡街道"),
        ("部署者", Role.OWNER, ""),
        ("纪委 古荡街道", Role.INSPECTOR, "古荡街道"),
        ("owner", Role.OWNER, ""),
        ("headquarters", None, "headquarters"),
        ("主任科员", None, "主任科员"),
        ("", None, ""),
    ],
)
def test_a_role_is_read_in_both_languages(words: str, role: Role | None, rest: str) -> None:
    assert read_role(words) == (role, rest)


@pytest.mark.parametrize("code", ["zh", "en"])
@pytest.mark.parametrize("role", list(Role))
def test_what_a_role_is_called_is_read_as_that_role(code: str, role: Role) -> None:
    assert read_role(str(role_name(language(code), role))) == (role, "")
