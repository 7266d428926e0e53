"""People named in a text, by Telegram's entities or by an @name plain to see."""

import re
from collections.abc import Iterable, Iterator

from domain.grammar.values import Mention
from domain.grammar.wording import HIDDEN, Range, Stretch, Wording

_AT = re.compile(r"(?<![A-Za-z0-9_.@/+-])@([A-Za-z][A-Za-z0-9_]{2,31})(?![A-Za-z0-9_@]|\.[A-Za-z])")


def mentions(wording: Wording, stretches: Iterable[Stretch]) -> Iterator[tuple[Mention, Range]]:
    """Find those named, with where; one named twice is given twice."""
    usernames = dict.fromkeys(match.span() for match in _AT.finditer(wording.flat))
    for stretch in stretches:
        where = stretch.start, stretch.end
        if stretch.kind == "text_mention":
            yield Mention(None, stretch.user_id, wording.written[slice(*where)]), where
        elif stretch.kind == "mention":
            usernames[where] = None
    for where in sorted(usernames):
        username = wording.flat[slice(*where)].removeprefix("@")
        if username and HIDDEN not in username:
            yield Mention(username, None, username), where
