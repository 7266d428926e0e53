"""Commands at the head of a text."""

import re
from dataclasses import dataclass

from domain.grammar.values import Command
from domain.grammar.wording import Range, Wording

_COMMAND = re.compile(
    r"\s*/(?P<name>[a-z][a-z0-9_]{0,31})(?:@(?P<bot>[a-z0-9_]{1,32}))?(?=[^\w@/]|[\u2e80-\uffef]|$)"
)


@dataclass(frozen=True, slots=True)
class Head:
    """A command, where its name stands in the wording, and where all of it ends."""

    command: Command
    name: Range
    end: int


def command_at_head(wording: Wording, bot_username: str | None) -> Head | None:
    """Read the command a text begins with; None if it addresses another bot."""
    match = _COMMAND.match(wording.folded)
    if match is None or _is_anothers(match["bot"], bot_username):
        return None
    arguments = wording.written[match.end() :].strip()
    return Head(Command(match["name"], match["bot"], arguments), match.span("name"), match.end())


def _is_anothers(addressed: str | None, bot_username: str | None) -> bool:
    return bool(addressed and bot_username and addressed != bot_username.lower())
