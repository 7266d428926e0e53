"""What a group's people bring up, and how things go there."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.demo.history.matter import Matter
from bot.demo.line import Line
from bot.demo.names import Neighbourhood


@dataclass(frozen=True, slots=True)
class Chances:
    """How likely things are, as shares out of 1, and how long they take, as medians in hours."""

    answered_median: float
    settled_median: float
    late: float
    questioned: float
    rated: float
    unsolved: float


@dataclass(frozen=True, slots=True)
class Ways:
    """A group over the weeks: how many cases come in each, what they and the talk are about.

    In the fourth week a typhoon passes, in the sixth and seventh lie the holidays, and the last
    one has only begun.
    """

    of: Neighbourhood
    chances: Chances
    weekly: Sequence[int]
    matters: Sequence[Matter]
    chatter_weekly: int
    chatter: Sequence[Line]
