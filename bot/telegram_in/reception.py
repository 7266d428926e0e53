"""Takes updates in: sifts them, and keeps what concerns the bot before it is acknowledged."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.json_text import write_json
from bot.telegram_in.acquaintances import Acquaintances, Sighting, keep
from bot.telegram_in.pruning import prune
from bot.telegram_in.sieve import NUMBER_LIMIT, Place, concerns
from domain.delivery import Outgoing
from storage.database import Database
from storage.inbox import Arrival, Batch
from storage.work import Work

log = structlog.get_logger()

LAST_CONTACT = "last_contact"
CAUGHT_UP = "caught_up"
PRUNE_EVERY = timedelta(days=1)
CONTACT_EVERY = timedelta(minutes=1)
# Telegram keeps updates so long; what was said before that in a longer gap is lost.
KEPT_FOR = timedelta(hours=24)
_NOT_OF_ITS_FORM = (KeyError, TypeError, AttributeError, ValueError)


@dataclass(frozen=True, slots=True)
class Gap:
    """A time without contact to Telegram that was longer than it keeps updates."""

    since: datetime
    until: datetime


OnGap = Callable[[Work, Gap], Awaitable[Sequence[Outgoing]]]


@dataclass(frozen=True, slots=True)
class _Times:
    before: datetime
    at: datetime
    caught_up: datetime | None


@dataclass(slots=True)
class _Sifted:
    kept: list[tuple[Arrival, Place | None]] = field(default_factory=list)
    people: list[Sighting] = field(default_factory=list)


class Reception:
    """Keeps what came in, and remembers when Telegram was last heard of."""

    def __init__(
        self,
        me: int,
        database: Database,
        on_gap: OnGap,
        on_heard: Callable[[], None] = lambda: None,
    ) -> None:
        self._me = me
        self._on_heard = on_heard
        self._database = database
        self._on_gap = on_gap
        self._acquaintances = Acquaintances()
        self._heard_at: datetime | None = None
        self._stored_at: datetime | None = None
        self._pruned_at: datetime | None = None
        self._caught_up_at: datetime | None = None
        self._in_touch = False

    @property
    def caught_up_at(self) -> datetime | None:
        """The moment up to which everything said has come in; None before the first answer."""
        return self._caught_up_at

    async def recall(self) -> None:
        """Take up when Telegram was last heard of before this start."""
        self._in_touch = False
        self._heard_at = await self._database.run(lambda work: _recalled(work, LAST_CONTACT))
        self._caught_up_at = await self._database.run(lambda work: _recalled(work, CAUGHT_UP))

    def lose_touch(self) -> None:
        """Note that Telegram did not answer; only such a time can become a gap."""
        self._in_touch = False

    async def take(self, updates: Sequence[Any], at: datetime, *, all_there_is: bool) -> bool:
        """Keep what an answer of this date brought; returns once it is durable.

        `all_there_is`: nothing older waits at Telegram. True when there is something to handle.
        Raises DatabaseUnusable; then nothing may be acknowledged.
        """
        sifted = self._sift(updates)
        # What was caught up with before is the earliest a tap can be; a backlog brings older ones.
        before = min(self._caught_up_at or at, at)
        caught_up = at if all_there_is else None
        if sifted.kept or sifted.people or self._is_contact_due(at):
            times = _Times(before, at, caught_up)
            await self._database.run(lambda work: self._store(work, sifted, times))
            self._acquaintances.remember(sifted.people)
            self._stored_at = at
            await self._prune(at)
        self._heard_at, self._in_touch = at, True
        # Deliveries and their heartbeat come side by side: neither undoes what the other told.
        self._caught_up_at = caught_up or self._caught_up_at
        self._on_heard()
        return bool(sifted.kept)

    def _sift(self, updates: Sequence[Any]) -> _Sifted:
        sifted = _Sifted()
        for update in updates:
            try:
                concern = concerns(update, self._me)
                people = self._acquaintances.news(update)
            except _NOT_OF_ITS_FORM:
                # Only the full reading can say what is wrong with it.
                concern, people = True, []
            sifted.people += people
            if concern is not False:
                place = None if concern is True else concern
                sifted.kept.append((_arrival(update), place))
        return sifted

    async def _store(self, work: Work, sifted: _Sifted, times: _Times) -> None:
        arrivals = await _of_cases(work, sifted.kept)
        await work.inbox.put(Batch(self._me, times.at, times.before, arrivals))
        await keep(work, sifted.people, times.at)
        await self._tell_gap(work, times.at)
        await work.memory.keep(LAST_CONTACT, times.at.isoformat())
        if times.caught_up is not None:
            await work.memory.keep(CAUGHT_UP, times.caught_up.isoformat())

    async def _tell_gap(self, work: Work, at: datetime) -> None:
        if self._in_touch or self._heard_at is None or at - self._heard_at <= KEPT_FOR:
            return
        gap = Gap(self._heard_at, at)
        log.warning("no contact for longer than Telegram keeps updates", since=str(gap.since))
        await work.outbox.put(*await self._on_gap(work, gap), at=at)

    async def _prune(self, at: datetime) -> None:
        if self._pruned_at is None or at - self._pruned_at >= PRUNE_EVERY:
            await self._database.run(lambda work: prune(work, at))
            self._pruned_at = at

    def _is_contact_due(self, at: datetime) -> bool:
        return self._stored_at is None or abs(at - self._stored_at) >= CONTACT_EVERY


async def _recalled(work: Work, key: str) -> datetime | None:
    kept = await work.memory.recall(key)
    return datetime.fromisoformat(kept) if kept else None


async def _of_cases(work: Work, kept: list[tuple[Arrival, Place | None]]) -> list[Arrival]:
    asked = {place for _, place in kept if place is not None}
    if not asked:
        return [arrival for arrival, _ in kept]
    known = await work.posts.known(asked)
    # What waits may yet open a case, so whatever follows it in the same chat is kept.
    busy = await work.inbox.chats_waiting() | {each.chat for each, place in kept if place is None}
    return [
        arrival
        for arrival, place in kept
        if place is None or place in known or arrival.chat in busy
    ]


def _arrival(update: Any) -> Arrival:
    raw = write_json(update)
    try:
        number = update["update_id"]
    except _NOT_OF_ITS_FORM:
        return Arrival(None, 0, raw, "it has no update_id")
    if type(number) is not int or abs(number) >= NUMBER_LIMIT:
        return Arrival(None, 0, raw, "its update_id is no number of Telegram's")
    return Arrival(number, _chat(update), raw)


def _chat(update: Mapping[str, Any]) -> int:
    """Return the chat whose order an update keeps; 0 when it cannot be told."""
    for kind, payload in update.items():
        if kind == "update_id" or not isinstance(payload, dict):
            continue
        holder = payload.get("message", payload) if kind == "callback_query" else payload
        chat = holder.get("chat") if isinstance(holder, dict) else None
        number = chat.get("id") if isinstance(chat, dict) else None
        return number if type(number) is int and abs(number) < NUMBER_LIMIT else 0
    return 0
