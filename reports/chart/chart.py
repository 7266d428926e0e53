"""A chart as a value: everything that is to be drawn, in words and numbers, and as JSON."""

from dataclasses import dataclass
from functools import cache

import orjson
from pydantic import TypeAdapter


@dataclass(frozen=True, slots=True)
class Bars:
    """One week; `begins` is the day it begins on."""

    begins: str
    opened: int
    settled: int


@dataclass(frozen=True, slots=True)
class Weeks:
    """Cases opened and settled, the oldest week first; `so_far` marks the last if it still runs."""

    title: str
    opened: str
    settled: str
    so_far: str
    bars: tuple[Bars, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """From `days` on, this share of cases is settled."""

    days: float
    share: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis of days, and what it is called."""

    days: float
    words: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """How long cases took: `steps` are known as far as `known_until`, in days.

    The axis runs from nothing to the last of `ticks`; `target` is marked on it.
    """

    title: str
    settled: str
    waiting: str
    lines: tuple[str, ...]
    steps: tuple[Step, ...]
    known_until: float
    target: Tick
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Range:
    """A share, between the ends of its interval; `words` are the ends as they are printed."""

    low: float
    share: float
    high: float
    words: str


@dataclass(frozen=True, slots=True)
class Month:
    """What may be told of a month, in words; `range` only where a rate may be shown."""

    name: str
    words: str
    range: Range | None


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """Satisfaction month by month; `likely` heads the intervals."""

    title: str
    likely: str
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole picture; `alt` says in one line what it shows, for who cannot see it."""

    language: str
    name: str
    span: str
    weeks: Weeks
    waiting: Waiting
    satisfaction: Satisfaction
    foot: tuple[str, ...]
    alt: str


def to_json(chart: Chart) -> str:
    """Return the chart as JSON."""
    return orjson.dumps(chart).decode()


def read_chart(text: str) -> Chart:
    """Return the chart that `to_json` wrote; raises ValueError for anything else."""
    return _form().validate_json(text)


@cache
def _form() -> TypeAdapter[Chart]:
    return TypeAdapter(Chart)
