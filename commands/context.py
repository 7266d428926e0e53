"""What a command is given beside the words: unit of work, language, moment, rules."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self
from zoneinfo import ZoneInfo

from domain.policy import Policy
from reports.language import Language, language
from reports.schedule import zone_of
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

    def within(self, group: Group) -> Self:
        """Return the surroundings in a group: its language and its time zone."""
        return replace(
            self,
            say=language(group.language or self.default_language),
            zone=zone_of(group, self.zone),
            group=group,
        )
