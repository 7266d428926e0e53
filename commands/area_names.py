"""Names of communities and sub-districts, as people write them behind a role."""

import re
import unicodedata
from collections.abc import Collection

_COMMA = re.compile(r"\s*[,，、;；>]\s*")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
LONGEST_NAME = 64


def folded(name: str) -> str:
    """Return the form in which two names that look the same are the same."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def split_names(words: str, known: Collection[str]) -> tuple[str, ...]:
    """Split `翠苑社区 古荡街道` into an area and the one above; a name may hold spaces.

    A comma splits; so does the space before a known name, or between two Chinese names.
    """
    parts = tuple(part for part in _COMMA.split(words.strip()) if part)
    if len(parts) != 1:
        return parts
    names = {folded(name) for name in known}
    if folded(words) in names:
        return parts
    tokens = words.split()
    splits = [
        (" ".join(tokens[:at]), " ".join(tokens[at:])) for at in range(len(tokens) - 1, 0, -1)
    ]
    for left, right in splits:
        if folded(right) in names:
            return (left, right)
    if len(tokens) == 2 and all(_CHINESE.search(token) for token in tokens):  # noqa: PLR2004
        return (tokens[0], tokens[1])
    return parts
