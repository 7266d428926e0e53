"""A look at a raw text, before any object is built of it."""

import re

from domain.grammar.wording import INVISIBLE

_BLANKS = "".join(map(chr, sorted(INVISIBLE)))
_SLASH_FIRST = re.compile(rf"[\s{re.escape(_BLANKS)}]*[/／]")


def might_concern(text: str) -> bool:
    """Whether a text may hold a tag or a command; never False where `read` would find one."""
    return "#" in text or "＃" in text or "﹟" in text or _SLASH_FIRST.match(text) is not None
