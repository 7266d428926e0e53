"""What a picture is made of: marks, each at its place in pixels; how each looks is the template's.

Places are of a picture 1,080 pixels wide, whose y grows downwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

WIDTH = 1080
LEFT, RIGHT = 60, 1020
# Every panel's plot begins here, so that the numbers beside the axes stand in one column.
PLOT_LEFT = 172

NAME_SIZE = 58
HEADING_SIZE = 46
TEXT_SIZE = 38
LINE_HEIGHT = 52


@dataclass(frozen=True, slots=True)
class Label:
    """Words on a baseline; `anchor` is start, middle or end."""

    x: float
    y: float
    words: str
    anchor: str = "start"
    size: int = TEXT_SIZE
    look: str = "ink"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    look: str


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    look: str


@dataclass(frozen=True, slots=True)
class Path:
    """A path in SVG's own words."""

    d: str
    look: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks by kind, in the order in which the kinds cover each other; `bottom` ends them."""

    bottom: float
    boxes: Sequence[Box] = field(default=())
    paths: Sequence[Path] = field(default=())
    lines: Sequence[Line] = field(default=())
    dots: Sequence[Dot] = field(default=())
    labels: Sequence[Label] = field(default=())
