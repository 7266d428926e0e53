"""What can change in the world, as its bell names it."""

from dataclasses import dataclass
from enum import StrEnum

from sandbox.world.chats import Chat


class Matter(StrEnum):
    """What there is only once in a world."""

    PEOPLE = "people"
    COMMANDS = "commands"
    CLOCK = "clock"
    FAULTS = "faults"
    GUIDE = "guide"


@dataclass(frozen=True, slots=True)
class ChatChanged:
    """A chat's members, topics or pinned message."""

    chat: Chat


@dataclass(frozen=True, slots=True)
class MessageChanged:
    """A message that came, changed or went."""

    chat: Chat
    number: int
