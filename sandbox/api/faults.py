"""Misfortunes on order: what the next matching requests will suffer."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from fnmatch import fnmatchcase


class FaultKind(StrEnum):
    """What can go wrong."""

    REFUSE = "refuse"  # answer with an error, without acting
    TOO_MANY = "too_many"  # answer 429 with retry_after, without acting
    DELAY = "delay"  # act and answer late
    DROP_ANSWER = "drop_answer"  # act, then close the connection
    GARBLE = "garble"  # act, then answer what is no JSON
    CUT_LINE = "cut_line"  # close the connection, without acting


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One order: for the next `count` requests of a method (`*` and `?` match) to a chat or any.

    `code` and `description` belong to REFUSE (a 5xx is one, too), `seconds` to DELAY (of real time)
    and TOO_MANY. The first requests that would match can be let through: `after`.
    """

    kind: FaultKind
    method: str = "*"
    chat_id: int | None = None
    count: int = 1
    after: int = 0
    code: int = 400
    description: str = "Bad Request: refused by order"
    seconds: float = 1

    def concerns(self, method: str, chat_id: str) -> bool:
        """Tell whether a request is meant."""
        wanted = self.chat_id is None or str(self.chat_id) == chat_id
        return wanted and fnmatchcase(method.lower(), self.method.lower())


class Faults:
    """All orders that are not used up yet, first come first served; tells `changed` of each."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self.ordered: list[Fault] = []

    def order(self, fault: Fault) -> None:
        """Add an order."""
        self.ordered.append(fault)
        self._changed()

    def clear(self) -> None:
        """Cancel all orders."""
        self.ordered.clear()
        self._changed()

    def take(self, method: str, chat_id: str) -> Fault | None:
        """Return what a request has to suffer, and count it."""
        for index, fault in enumerate(self.ordered):
            if not fault.concerns(method, chat_id):
                continue
            if fault.after:
                self.ordered[index] = replace(fault, after=fault.after - 1)
                continue
            self.ordered[index] = replace(fault, count=fault.count - 1)
            self.ordered = [each for each in self.ordered if each.count > 0]
            self._changed()
            return fault
        return None
