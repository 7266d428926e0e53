"""Hands updates from the inbox to the commands: each chat's in order, the chats side by side."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

import structlog
from telegram import Update

from bot.clock import Clock
from bot.json_text import read_json
from bot.patience import Patience
from bot.telegram_in.application import Bot, Turn
from bot.telegram_in.typed import Brought
from commands.incoming import BotPlaced, Incoming, Said
from storage.database import Database
from storage.failures import DatabaseUnusable
from storage.inbox import Waiting
from storage.work import Work

log = structlog.get_logger()

# So many chats are served at a time; whatever they do together shares a commit.
SLOTS = 16
# Beyond so many waiting updates Telegram is asked to keep the next ones a while longer.
ROOM = 10_000
REASON_LENGTH = 300


async def _no_news(_chat: int) -> None:
    """Ask nobody who administers a group."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Who handles updates, for which bot, and who is told when something is to be sent.

    `administrators` tells who administers a group, where that is news.
    """

    me: int
    application: Bot
    clock: Clock
    said: Callable[[], None]
    administrators: Callable[[int], Awaitable[tuple[int, ...] | None]] = _no_news


class Workers:
    """`run` handles what waits in the inbox until `stop`; `wake` tells that more has come."""

    def __init__(self, database: Database, desk: Desk) -> None:
        self._patience = Patience(database)
        self._desk = desk
        self._chats: dict[int, deque[Waiting]] = {}
        self._ready: asyncio.Queue[int | None] = asyncio.Queue()
        self._news = asyncio.Event()
        self._room = asyncio.Event()
        self._taken = 0
        self._backlog = 0

    @property
    def is_idle(self) -> bool:
        """Whether every update that was taken up is handled."""
        return self._backlog == 0

    def wake(self) -> None:
        """Look into the inbox now."""
        self._news.set()

    def stop(self) -> None:
        """Let `run` finish what is in hand and return; the rest stays in the inbox."""
        self._patience.stop()
        self._news.set()
        self._room.set()

    async def room(self) -> None:
        """Wait until there are not too many updates in memory to take in more."""
        while self._backlog > ROOM and not self._patience.stopped:
            self._room.clear()
            await self._room.wait()

    async def run(self) -> None:
        """Handle updates until stopped, those of an earlier run first."""
        async with asyncio.TaskGroup() as tasks:
            for _ in range(SLOTS):
                tasks.create_task(self._serve())
            # Stopped while the database fails: what was not stored stays in the inbox.
            with suppress(DatabaseUnusable):
                await self._load_all()
            for _ in range(SLOTS):
                self._ready.put_nowait(None)

    async def _load_all(self) -> None:
        while not self._patience.stopped:
            await self._load()
            await self._news.wait()
            self._news.clear()

    async def _load(self) -> None:
        for row in await self._patience.run(lambda work: work.inbox.waiting(self._taken)):
            self._enqueue(row)

    def _enqueue(self, row: Waiting) -> None:
        self._taken = row.seq
        self._backlog += 1
        if row.chat in self._chats:
            self._chats[row.chat].append(row)
            return
        self._chats[row.chat] = deque([row])
        self._ready.put_nowait(row.chat)

    async def _serve(self) -> None:
        while (chat := await self._ready.get()) is not None and not self._patience.stopped:
            queue = self._chats[chat]
            with suppress(DatabaseUnusable):
                await self._handle(queue.popleft())
            self._backlog -= 1
            self._room.set()
            # The chat goes to the back of the line, so that one with much to say delays no other.
            if queue:
                self._ready.put_nowait(chat)
            else:
                del self._chats[chat]

    async def _handle(self, row: Waiting) -> None:
        try:
            lead = await self._desk.administrators(row.chat)
            if await self._patience.run(lambda work: self._process(work, row, lead)):
                self._desk.said()
        except DatabaseUnusable:
            raise
        except Exception as error:
            reason = _reason(error)
            log.exception("update quarantined", seq=row.seq, chat=row.chat, reason=reason)
            await self._patience.run(lambda work: work.inbox.quarantine(row.seq, reason))

    async def _process(self, work: Work, row: Waiting, lead: tuple[int, ...] | None) -> bool:
        if not await work.inbox.finish(row.seq):
            return False
        if lead is not None:
            await work.members.set_administrators(row.chat, lead, self._desk.clock.now())
        brought = Brought(self._desk.me, row.received_at, row.not_before)
        application = self._desk.application
        turn = Turn(Update.de_json(read_json(row.raw), application.bot), brought, work)
        await application.process_update(turn)
        if turn.error is not None:
            raise turn.error
        if _shows_it_listens(turn.incoming):
            await work.outbox.resume(row.chat)
        await work.outbox.put(*turn.outgoing, at=self._desk.clock.now())
        return bool(turn.outgoing)


def _shows_it_listens(incoming: Incoming | None) -> bool:
    if isinstance(incoming, BotPlaced):
        return incoming.may_write
    return isinstance(incoming, Said) and incoming.chat.private


def _reason(error: Exception) -> str:
    words = f"{type(error).__name__}: {error}"[:REASON_LENGTH]
    return words.encode(errors="replace").decode().replace("\x00", " ")
