"""Which message goes next: a lane for each chat, the most urgent first among those that may."""

import heapq
from collections.abc import Callable

from storage.sendings import Ticket


class Lanes:
    """Waiting tickets by chat; one of a chat is out at a time, and no chat waits for another."""

    def __init__(self, ready: Callable[[int], float]) -> None:
        self._ready_at = ready
        self._lanes: dict[int, list[Ticket]] = {}
        self._known: set[int] = set()
        self._out: set[int] = set()
        self._ready: list[Ticket] = []
        self._later: list[tuple[float, int]] = []

    def __len__(self) -> int:
        return len(self._known)

    def offer(self, ticket: Ticket) -> None:
        """Let a ticket wait in its chat's lane; one that is known already changes nothing."""
        if ticket.id in self._known:
            return
        self._known.add(ticket.id)
        heapq.heappush(self._lanes.setdefault(ticket.chat, []), ticket)
        self._line_up(ticket.chat)

    def take(self, now: float) -> Ticket | None:
        """Return the most urgent ticket that may go now; its chat waits until it is back."""
        while self._later and self._later[0][0] <= now:
            _, chat = heapq.heappop(self._later)
            self._call_up(chat, now)
        while self._ready:
            ticket = heapq.heappop(self._ready)
            if not self._is_head(ticket):
                continue
            if self._ready_at(ticket.chat) > now:
                self._line_up(ticket.chat)
                continue
            heapq.heappop(self._lanes[ticket.chat])
            self._out.add(ticket.chat)
            return ticket
        return None

    def wakes_at(self) -> float | None:
        """Return when the next lane may be looked at again; None when all are empty or out."""
        return self._later[0][0] if self._later else None

    def back(self, ticket: Ticket, *others: Ticket) -> None:
        """End a ticket that was out, and let `others` wait in its stead."""
        self._out.discard(ticket.chat)
        self._known.discard(ticket.id)
        for other in others:
            self.offer(other)
        self._line_up(ticket.chat)

    def _is_head(self, ticket: Ticket) -> bool:
        lane = self._lanes.get(ticket.chat)
        return lane is not None and ticket.chat not in self._out and lane[:1] == [ticket]

    def _line_up(self, chat: int) -> None:
        if not self._lanes.get(chat):
            self._lanes.pop(chat, None)
        elif chat not in self._out:
            heapq.heappush(self._later, (self._ready_at(chat), chat))

    def _call_up(self, chat: int, now: float) -> None:
        lane = self._lanes.get(chat)
        if not lane or chat in self._out:
            return
        if self._ready_at(chat) > now:
            self._line_up(chat)
        else:
            heapq.heappush(self._ready, lane[0])
