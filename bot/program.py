"""The running bot, wired once: what is opened first is closed last."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

import structlog
from telegram.error import TelegramError

from bot.bot_api import Address, BotApi, Unanswered
from bot.clock import Clock
from bot.dispatch import Dispatch
from bot.due.taking import Taking
from bot.failures import CannotRun
from bot.notices.gap import tell_gap
from bot.notices.undelivered import tell_undelivered
from bot.settings import Settings
from bot.surroundings import Deployment
from bot.telegram_in.administrators import Administrators
from bot.telegram_in.application import application_of
from bot.telegram_in.polling import REFUSED_TOKEN, Hall
from bot.telegram_in.reception import Gap, Reception
from bot.telegram_in.workers import Desk, Workers
from bot.telegram_out.pace import Limits
from bot.telegram_out.sender import Sender
from bot.telegram_out.settle import Settlement
from bot.ticks import Ticks
from commands.context import BotIdentity
from domain.delivery import DeliveryFailed, Outgoing
from storage.database import Database
from storage.migrate import migrate
from storage.work import Work

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Connections:
    """What the program holds open: the Bot API, the database, and the clock kept by the former."""

    api: BotApi
    database: Database
    clock: Clock


@asynccontextmanager
async def connected(settings: Settings) -> AsyncIterator[Connections]:
    """Open everything, the database brought up to date; close it in reverse order."""
    copy = await migrate(settings.database_url)
    if copy is not None:
        log.info("the database was brought up to date", copy=str(copy))
    database = await Database.open(settings.database_url)
    try:
        clock = Clock()
        address = Address(settings.telegram_api_url, settings.token, settings.proxy_url)
        async with BotApi(address, clock.heard) as api:
            yield Connections(api, database, clock)
    finally:
        await database.close()


async def introduce(api: BotApi) -> BotIdentity:
    """Ask Telegram who the bot is; raises CannotRun when it does not say."""
    try:
        answer = await api.call("getMe", {})
    except Unanswered as silence:
        raise CannotRun(f"TELEGRAM_API_URL: {silence}") from None
    if answer.code in REFUSED_TOKEN:
        raise CannotRun("BOT_TOKEN: Telegram does not know this token")
    if not answer.ok:
        raise CannotRun(f"TELEGRAM_API_URL: {answer.description}")
    try:
        return _identity(answer.result)
    except (KeyError, TypeError, AttributeError, ValueError):
        raise CannotRun("TELEGRAM_API_URL: what answers there is no Bot API server") from None


def _identity(me: dict[str, Any]) -> BotIdentity:
    return BotIdentity(
        id=int(me["id"]),
        username=str(me["username"]),
        reads_everything=me.get("can_read_all_group_messages") is True,
    )


def deployment_of(settings: Settings, me: BotIdentity) -> Deployment:
    """Return what holds for every chat."""
    return Deployment(
        policy=settings.policy,
        bot=me,
        owners=settings.owner_ids,
        default_language=settings.default_language,
        zone=settings.timezone,
    )


class Source(Protocol):
    """Where updates come from: asked for, or delivered."""

    async def run(self) -> None:
        """Take updates in until stopped."""

    def stop(self) -> None:
        """Let `run` return."""


class Program:
    """Handles updates, does what is due, and sends, until stopped."""

    def __init__(
        self, held: Connections, deployment: Deployment, limits: Limits | None = None
    ) -> None:
        self._deployment = deployment
        self._clock = held.clock
        settlement = Settlement(held.clock.now, self._tell_undelivered)
        self.sender = Sender(held.api, held.database, settlement, limits)
        self.reception = Reception(deployment.bot.id, held.database, self._tell_gap, self._heard)
        self.ticks = Ticks(
            held.database, Taking(deployment.context), self._caught_up, self.sender.wake
        )
        self._application = application_of(held.api, Dispatch(deployment).handle)
        administrators = Administrators(held.api, held.clock).news
        desk = Desk(deployment.bot.id, self._application, held.clock, self._said, administrators)
        self.workers = Workers(held.database, desk)
        self.hall = Hall(self.reception, self.workers.room, self.workers.wake)

    async def run(self, source: Source) -> None:
        """Work until the source ends: then what is in hand is finished, the rest stays stored.

        Raises CannotRun when the source does.
        """
        await self.reception.recall()
        try:
            await self._application.initialize()
        except TelegramError as reason:
            raise CannotRun(f"TELEGRAM_API_URL: {reason.message}") from None
        try:
            await self._work(source)
        finally:
            await self._application.shutdown()

    async def _work(self, source: Source) -> None:
        failure: CannotRun | None = None
        parts = (self.workers, self.ticks, self.sender)
        async with asyncio.TaskGroup() as tasks:
            for part in parts:
                tasks.create_task(part.run())
            try:
                await source.run()
            except CannotRun as reason:
                failure = reason
            finally:
                for part in parts:
                    part.stop()
        if failure is not None:
            raise failure

    def _said(self) -> None:
        self.sender.wake()
        self.ticks.handled()

    def _caught_up(self) -> datetime | None:
        return self.reception.caught_up_at

    def _heard(self) -> None:
        self.ticks.wake()

    async def _tell_gap(self, work: Work, gap: Gap) -> Sequence[Outgoing]:
        return await tell_gap(self._deployment, work, gap)

    async def _tell_undelivered(self, work: Work, failed: DeliveryFailed) -> Sequence[Outgoing]:
        context = self._deployment.context(work, self._clock.now())
        return await tell_undelivered(context, failed)
