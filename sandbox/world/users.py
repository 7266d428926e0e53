"""Who exists: people, bots, and Telegram's own accounts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class User:
    """An account, as others see it."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language: str = ""
    is_bot: bool = False

    @property
    def name(self) -> str:
        """The whole name, as a phone shows it."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True)
class Bot(User):
    """A bot, with the token that opens it; with privacy on it sees only what concerns it."""

    token: str = ""
    privacy: bool = True


# Telegram's own accounts, with the numbers the documentation gives them.
TELEGRAM = User(777000, "Telegram")
GROUP_ANONYMOUS_BOT = User(1087968824, "Group", username="GroupAnonymousBot", is_bot=True)
CHANNEL_BOT = User(136817688, "Channel", username="Channel_Bot", is_bot=True)
