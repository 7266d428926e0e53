"""The one table of tags and commands, in both languages."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from domain.kinds import CaseKind, Move


class Urgency(Enum):
    """Said of a case that cannot wait."""

    URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class Category:
    """A deployment's own word, by its canonical name."""

    name: str


Meaning = CaseKind | Move | Urgency | Category


@dataclass(frozen=True, slots=True)
class Word:
    """The tags that carry one meaning, and the command that does the same."""

    meaning: CaseKind | Move | Urgency
    tags: tuple[str, ...]
    command: str | None


WORDS: Final = (
    Word(CaseKind.DEMAND, ("需求", "诉求", "demand", "request"), "demand"),
    Word(CaseKind.ISSUE, ("问题", "隐患", "投诉", "issue", "problem"), "issue"),
    Word(Urgency.URGENT, ("紧急", "urgent"), None),
    Word(Move.ACCEPT, ("受理", "accept"), "accept"),
    Word(Move.ASSIGN, ("转办", "assign"), "assign"),
    Word(Move.ASK, ("补充", "ask"), "ask"),
    Word(Move.RESOLVE, ("办结", "done", "resolved"), "done"),
    Word(Move.DECLINE, ("不予受理", "decline"), "decline"),
    Word(Move.REOPEN, ("重开", "reopen"), "reopen"),
    Word(Move.WITHDRAW, ("撤回", "withdraw"), "withdraw"),
    Word(Move.MERGE, ("合并", "merge"), "merge"),
    Word(Move.ESCALATE, ("上报", "escalate"), "escalate"),
    Word(Move.EXTEND, ("延期", "extend"), "extend"),
)

COMMANDS: Final = {word.command: word.meaning for word in WORDS if word.command}
