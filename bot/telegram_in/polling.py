"""Asks Telegram for updates, and confirms them only when they are in the inbox."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar

import structlog
from telegram import Update

from bot.bot_api import Answer, BotApi, Unanswered
from bot.clock import Clock
from bot.failures import CannotRun
from bot.telegram_in.reception import Reception
from storage.failures import DatabaseUnusable

log = structlog.get_logger()
T = TypeVar("T")

LIMIT = 100
# Telegram holds a question so long when there is nothing to tell.
HOLD_SECONDS = 25
LONGEST_PAUSE = 30.0
REFUSED_TOKEN = frozenset({401, 404})
CONFLICT = 409


@dataclass(frozen=True, slots=True)
class Hall:
    """Where updates go: kept by the reception, then announced; `room` waits while it is crowded."""

    reception: Reception
    room: Callable[[], Coroutine[Any, Any, None]]
    announce: Callable[[], None]


class Polling:
    """`run` asks until `stop`; it starts without an offset, for Telegram may restart its ids."""

    def __init__(self, api: BotApi, clock: Clock, hall: Hall) -> None:
        self._api = api
        self._clock = clock
        self._hall = hall
        self._offset: int | None = None
        self._in_touch = False
        self._failures = 0
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Let `run` return; what was not confirmed will come again."""
        self._stopping.set()

    async def run(self) -> None:
        """Take updates in until stopped; raises CannotRun when Telegram does not know the token."""
        while not self._stopping.is_set():
            await self._unless_stopped(self._hall.room())
            trouble = await self._ask_once()
            self._in_touch = trouble is None
            if trouble is None:
                self._failures = 0
            else:
                self._hall.reception.lose_touch()
                await self._pause(trouble)

    async def _ask_once(self) -> str | None:
        try:
            answer = await self._unless_stopped(
                self._api.call("getUpdates", self._question(), seconds=HOLD_SECONDS + LONGEST_PAUSE)
            )
            if answer is None:
                return None
            if answer.ok:
                await self._take(answer)
                return None
            return await self._refused(answer)
        except DatabaseUnusable as trouble:
            log.error("updates cannot be kept and stay with Telegram", reason=str(trouble))  # noqa: TRY400 - the reason is all there is to say
            return str(trouble)
        except Unanswered as trouble:
            return str(trouble)

    async def _unless_stopped(self, doing: Coroutine[Any, Any, T]) -> T | None:
        """Wait for a question or a pause unless stopped; keeping an answer is not cut off."""
        task = asyncio.create_task(doing)
        stop = asyncio.create_task(self._stopping.wait())
        try:
            await asyncio.wait([task, stop], return_when=asyncio.FIRST_COMPLETED)
            return task.result() if task.done() else None
        finally:
            stop.cancel()
            task.cancel()
            await asyncio.wait([task, stop])

    def _question(self) -> dict[str, Any]:
        question: dict[str, Any] = {
            "limit": LIMIT,
            # The first answer comes at once: until it does, nothing that is due is done.
            "timeout": HOLD_SECONDS if self._in_touch else 0,
            "allowed_updates": Update.ALL_TYPES,
        }
        return question if self._offset is None else question | {"offset": self._offset}

    async def _take(self, answer: Answer) -> None:
        updates = answer.result
        if not isinstance(updates, list):
            raise Unanswered("unreadable answer", may_have_acted=False)
        at = answer.date or self._clock.now()
        whole = len(updates) < LIMIT
        if await self._hall.reception.take(updates, at, all_there_is=whole):
            self._hall.announce()
        numbers = [number for each in updates if (number := _number(each)) is not None]
        # Once all is confirmed there is nothing to skip, and ids may start again lower.
        self._offset = max(numbers) + 1 if numbers else None

    async def _refused(self, answer: Answer) -> str:
        if answer.code in REFUSED_TOKEN:
            raise CannotRun("BOT_TOKEN: Telegram does not know this token")
        if answer.code == CONFLICT and "webhook" in answer.description:
            await self._api.call("deleteWebhook", {})
            return "a webhook was set; it has been taken away"
        if answer.code == CONFLICT:
            return "another program asks for the updates of this bot; stop one of the two"
        return answer.description

    async def _pause(self, trouble: str) -> None:
        self._failures += 1
        if self._failures == 1:
            log.warning("updates cannot be taken in and are asked for again", reason=trouble)
        seconds = min(LONGEST_PAUSE, 2.0 ** min(self._failures - 1, 10))
        await self._unless_stopped(asyncio.sleep(seconds))


def _number(update: Any) -> int | None:
    number = update.get("update_id") if isinstance(update, dict) else None
    return number if type(number) is int else None
