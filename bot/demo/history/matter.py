"""What a case of the demo's history is about."""

from dataclasses import dataclass
from enum import Enum

from bot.demo.line import Line


class Tag(Enum):
    """The tags people use, each with its words in both languages."""

    DEMAND = Line("#需求", "#demand")
    ISSUE = Line("#问题", "#issue")
    HIDDEN_DANGER = Line("#隐患", "#problem")


@dataclass(frozen=True, slots=True)
class Matter:
    """What is wrong or needed, with `{place}` where it names one, and what is done about it."""

    tag: Tag
    words: Line
    done: Line
