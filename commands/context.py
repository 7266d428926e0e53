"""What a command is given beside the words: unit of work, language, moment, rules."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.policy import Policy
from reports.language import Language
from storage.groups import Group
from storage.work import Work


@dataclass(frozen=True, slots=True)
class BotIdentity:
    """Who the bot is in Telegram; `reads_everything` when privacy mode is off."""

    id: int
    username: str
    reads_everything: bool


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of one update; `now` is Telegram's time of what is being answered.

    `say` speaks the language of the chat, `zone` is the one its times are told in; `group` is the
    group that the chat is, None in private.
    """

    work: Work
    say: Language
    now: datetime
    policy: Policy
    bot: BotIdentity
    owners: frozenset[int]
    default_language: str
    zone: ZoneInfo
    group: Group | None = None
