"""Button taps that wait for the bot's answer: Telegram's callback queries."""

import secrets
from dataclasses import dataclass

from sandbox.world.messages import Message
from sandbox.world.users import Bot, User

LIFETIME = 60  # seconds of sandbox time; Telegram names no number, but is not more patient


@dataclass(frozen=True, slots=True)
class Answer:
    """What a tap brings: the words of the pop-up, or none."""

    text: str = ""
    show_alert: bool = False
    url: str = ""


@dataclass(slots=True, eq=False)
class Query:
    """One tap, and its answer once there is one."""

    id: str
    bot: Bot
    person: User
    message: Message
    data: str
    at: float
    answer: Answer | None = None


class Queries:
    """All taps of the sandbox."""

    def __init__(self) -> None:
        self.all: dict[str, Query] = {}

    def open(self, tap: tuple[Bot, User, Message], data: str, now: float) -> Query:
        """Begin a query for a tap of a person on a bot's message."""
        bot, person, message = tap
        number = str(secrets.randbits(62))
        self.all[number] = Query(number, bot, person, message, data, now)
        return self.all[number]

    def pending(self, query_id: str, bot: Bot, now: float) -> Query | None:
        """Return the bot's query that can still be answered."""
        query = self.all.get(query_id)
        if query is None or query.bot.id != bot.id or query.answer is not None:
            return None
        return query if now - query.at <= LIFETIME else None
