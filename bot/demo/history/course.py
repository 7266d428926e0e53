"""What will become of one case of the history: who says what, and how long each thing takes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from bot.demo.history.matter import Matter
from bot.demo.line import Line


class Opening(Enum):
    """How a case is opened."""

    TAG = auto()  # the resident tags their own words
    COMMAND = auto()  # the resident uses /issue or /demand
    REPLY = auto()  # a leader tags what a resident said
    PATROL = auto()  # a leader reports what they found


class Fate(Enum):
    """How a case ends."""

    SETTLED = auto()
    LEFT_OPEN = auto()
    WITHDRAWN = auto()
    MISTAKE = auto()


@dataclass(frozen=True, slots=True)
class Rating:
    """What the requester makes of the outcome, so long after it."""

    after: timedelta
    score: int
    solved: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """What a leader asks before acting, and what the requester answers."""

    words: Line
    answer: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One case: `requester` counts the group's residents, `rating` is None for who keeps silent.

    `tagged_after` is how long the words stood before a leader tagged them. `question` is put when
    the case is answered for the first time, if at all.
    """

    matter: Matter
    place: Line | None
    requester: int
    opening: Opening
    said_at: datetime
    tagged_after: timedelta
    answered_after: timedelta
    question: Question | None
    settled_after: timedelta
    fate: Fate
    rating: Rating | None
