"""Which cases a list shall show, read from words, and kept in a button's code by letters."""

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.kinds import OPEN_STATES, CaseKind, State
from storage.cases import Filter

_OVERDUE: Final = "x"
_URGENT: Final = "u"
_EVERY: Final = "a"
_STATES: Final = {
    "o": OPEN_STATES,
    "n": frozenset({State.NEW}),
    "c": frozenset({State.ACCEPTED}),
    "w": frozenset({State.WAITING}),
    "r": frozenset({State.RESOLVED, State.CLOSED}),
    "d": frozenset({State.DECLINED}),
    "t": frozenset({State.WITHDRAWN}),
    "m": frozenset({State.MERGED}),
    "v": frozenset({State.VOID}),
}
_KINDS: Final = {"D": CaseKind.DEMAND, "I": CaseKind.ISSUE}
_LETTERS: Final = {
    "o": ("open", "未办结", "在办"),
    "n": ("new", "待受理"),
    "c": ("accepted", "办理中"),
    "w": ("waiting", "待补充"),
    "r": ("resolved", "settled", "done", "closed", "已办结", "办结", "已结案", "结案"),
    "d": ("declined", "不予受理"),
    "t": ("withdrawn", "已撤回", "撤回"),
    "m": ("merged", "已合并", "合并"),
    "v": ("void", "已作废", "作废"),
    "D": ("demand", "demands", "request", "requests", "需求", "诉求"),
    "I": ("issue", "issues", "problem", "problems", "问题", "隐患", "投诉"),
    _OVERDUE: ("overdue", "逾期"),
    _URGENT: ("urgent", "紧急"),
    _EVERY: ("all", "全部", "所有"),
}
_WORDS: Final = {word: letter for letter, words in _LETTERS.items() for word in words}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is narrowed to: letters of the table, each once; none means the open cases."""

    letters: str = ""

    @classmethod
    def from_code(cls, letters: str) -> "Wanted":
        """Read letters from a button's code, which anybody can forge: what is none is left out."""
        return cls("".join(letter for letter in _LETTERS if letter in letters))

    def as_filter(self, groups: Collection[int], now: datetime) -> Filter:
        """Return it as the storage's filter over these groups, which must not be empty."""
        kinds = [kind for letter, kind in _KINDS.items() if letter in self.letters]
        return Filter(
            groups=frozenset(groups),
            states=self._states(),
            kind=kinds[0] if len(kinds) == 1 else None,
            urgent=True if _URGENT in self.letters else None,
            overdue_at=now if _OVERDUE in self.letters else None,
        )

    def _states(self) -> frozenset[State]:
        if _EVERY in self.letters:
            return frozenset()
        named = [states for letter, states in _STATES.items() if letter in self.letters]
        return frozenset().union(*named) if named else OPEN_STATES


OVERDUE = Wanted(_OVERDUE)


def read_wanted(words: str) -> tuple[Wanted, str]:
    """Read what a list shall show; give it and the words that say something else."""
    tokens = unicodedata.normalize("NFKC", words).replace(",", " ").split()
    letters = {_WORDS[token.lower().lstrip("#")] for token in tokens if _known(token)}
    return _of(letters), " ".join(token for token in tokens if not _known(token))


def _known(token: str) -> bool:
    return token.lower().lstrip("#") in _WORDS


def _of(letters: Iterable[str]) -> Wanted:
    return Wanted("".join(letter for letter in _LETTERS if letter in set(letters)))
