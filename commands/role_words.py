"""The roles in people's words: read from what they write, and said back to them."""

import re
import unicodedata
from typing import Final

from markupsafe import Markup

from domain.roles import Role
from reports.language import Language

_WORDS: Final = {
    Role.LEADER: ("leader", "grid leader", "网格长", "微网格长"),
    Role.MEMBER: ("member", "committee member", "成员", "委员", "监委会成员", "监委会委员"),
    Role.HEAD: ("head", "committee head", "主任", "监委会主任"),
    Role.INSPECTOR: ("inspector", "街道纪委", "纪委", "纪委干部"),
    Role.OWNER: ("owner", "部署者", "所有者"),
}
_ROLES: Final = {word: role for role, words in _WORDS.items() for word in words}
_LONGEST_FIRST: Final = sorted(_ROLES, key=len, reverse=True)
_ROLE: Final = re.compile(
    rf"(?:(?<=\s)|^)(?P<role>{'|'.join(_LONGEST_FIRST)})(?=\s|$)", re.IGNORECASE
)


def read_role(words: str) -> tuple[Role | None, str]:
    """Read the first role that words name; give it and the words around it."""
    folded = unicodedata.normalize("NFKC", words)
    match = _ROLE.search(folded)
    if match is None:
        return None, folded.strip()
    rest = f"{folded[: match.start()]} {folded[match.end() :]}"
    return _ROLES[match["role"].lower()], " ".join(rest.split())


def role_name(say: Language, role: Role) -> Markup:
    """Say what a role is called."""
    return {
        Role.LEADER: say("grid leader"),
        Role.MEMBER: say("committee member"),
        Role.HEAD: say("committee head"),
        Role.INSPECTOR: say("inspector"),
        Role.OWNER: say("owner"),
    }[role]
