"""What the Bot API keeps for one bot: its feed, its webhook, its profile, its poll."""

from dataclasses import dataclass, field
from typing import Any

from sandbox.world.feed import Feed
from sandbox.world.users import Bot


@dataclass(slots=True)
class Webhook:
    """Where updates are posted to, and how that went; no URL means polling."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    last_error_at: int = 0
    last_error: str = ""


@dataclass(slots=True)
class Profile:
    """What the bot tells of itself: texts by field and language, commands by scope and language."""

    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[dict[str, Any]]] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Desk:
    """Everything kept for one bot; `jumps_told` are the clock's jumps its polls have shown it."""

    bot: Bot
    feed: Feed = field(default_factory=Feed)
    webhook: Webhook = field(default_factory=Webhook)
    profile: Profile = field(default_factory=Profile)
    poll: int = 0
    jumps_told: int = 0

    def next_poll(self) -> int:
        """Give a new poll its number; a poll whose number is no longer the last must end."""
        self.poll += 1
        return self.poll
