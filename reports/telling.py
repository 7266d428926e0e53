"""How and when a report is told: in which language, by which clocks, under which time limits."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.policy import Policy
from reports.language import Language


@dataclass(frozen=True, slots=True)
class Telling:
    """What every report needs beside its figures; they are reckoned as of `now`."""

    say: Language
    zone: ZoneInfo
    now: datetime
    policy: Policy
