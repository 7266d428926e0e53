"""Remembers every request, and every message that bots sent, so that doubles can be counted."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sandbox.world.messages import Message


@dataclass(frozen=True, slots=True)
class Request:
    """One request and how it went; `code` is 200, an error's code, or 0 for a cut line."""

    method: str
    values: Mapping[str, Any]
    at: datetime
    code: int


@dataclass(slots=True)
class Record:
    """What bots asked for, and their messages as first sent."""

    requests: list[Request] = field(default_factory=list)
    sent: list[Message] = field(default_factory=list)

    def count(self, method: str) -> int:
        """Return how many requests of a method came, refused ones included."""
        return self.counts()[method.lower()]

    def counts(self) -> Counter[str]:
        """Return the number of requests by method, in small letters."""
        return Counter(request.method.lower() for request in self.requests)
