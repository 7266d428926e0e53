"""`gridward check`: whether settings, token, database, rights and deliveries are right."""

import asyncio
from collections.abc import Iterator

import typer

from bot.bot_api import Address, Answer, BotApi, Unanswered
from bot.clock import Clock
from bot.failures import CannotRun
from bot.program import introduce
from bot.settings import load_settings
from commands.context import BotIdentity
from storage.backup import inspect
from storage.database import Database
from storage.groups import Group
from storage.migrate import pending
from storage.outbox import Concern
from storage.work import Work


def check() -> None:
    """Say whether everything is as it must be; ends with 1 when something needs you."""
    settings = load_settings()
    address = Address(settings.telegram_api_url, settings.token, settings.proxy_url)
    typer.echo("Settings: they can be used.")
    if not asyncio.run(_check(settings.database_url, address)):
        raise typer.Exit(1)


async def _check(url: str, address: Address) -> bool:
    await inspect(url)
    lacking = await pending(url)
    typer.echo(f"Database: {'`gridward run` will make it ready' if lacking else 'up to date'}.")
    async with BotApi(address, Clock().heard) as api:
        _tell(_bot(await introduce(api)))
        _tell(_updates(await _webhook(api)))
    return True if lacking else await _stored(url)


async def _webhook(api: BotApi) -> Answer:
    try:
        return await api.call("getWebhookInfo", {})
    except Unanswered as silence:
        raise CannotRun(f"TELEGRAM_API_URL: {silence}") from None


async def _stored(url: str) -> bool:
    database = await Database.open(url)
    try:
        async with database.look() as work:
            return await _records(work)
    finally:
        await database.close()


async def _records(work: Work) -> bool:
    for group in await work.groups.listing():
        _tell(_group(group))
    typer.echo(f"Waiting to be sent: {await work.outbox.waiting()}")
    doubtful, given_up = await work.outbox.in_doubt(), await work.outbox.retired()
    typer.echo(f"In doubt, may stand twice: {sum(concern.times for concern in doubtful)}")
    _tell(map(_concern, doubtful))
    typer.echo(f"Given up: {len(given_up)}")
    _tell(map(_concern, given_up))
    aside = await work.inbox.quarantined()
    typer.echo(f"Updates set aside: {len(aside)}")
    _tell(
        f"  {each.received_at:%Y-%m-%d %H:%M} UTC, chat {each.chat}: {each.reason}"
        for each in aside
    )
    return not aside


def _tell(lines: Iterator[str]) -> None:
    for line in lines:
        typer.echo(line)


def _bot(me: BotIdentity) -> Iterator[str]:
    yield f"Token: it is that of @{me.username}."
    if not me.reads_everything:
        yield (
            "Privacy mode is on: where the bot is no administrator it sees commands and replies"
            " only. @BotFather's /setprivacy turns it off; then remove and add it in each group."
        )


def _updates(answer: Answer) -> Iterator[str]:
    told = answer.result if isinstance(answer.result, dict) else {}
    if url := told.get("url"):
        yield f"Updates: Telegram delivers them to {url}; {told.get('pending_update_count')} wait."
    if trouble := told.get("last_error_message"):
        yield f"Telegram could not deliver the last time: {trouble}"


def _group(group: Group) -> Iterator[str]:
    yield f"Group {group.id}, {group.title}: {_rights(group)}"


def _rights(group: Group) -> str:
    if group.paused is not None:
        return f"paused ({group.paused})"
    if group.bot_is_administrator or group.reads_everything:
        return "sees every message"
    return "sees commands and replies only"


def _concern(concern: Concern) -> str:
    case = f", case {concern.case}" if concern.case is not None else ""
    error = f": {concern.error}" if concern.error else ""
    when = f"{concern.created_at:%Y-%m-%d %H:%M} UTC"
    return (
        f"  {when}, chat {concern.chat}{case}, {concern.purpose or 'edit'}, {concern.times}×{error}"
    )
