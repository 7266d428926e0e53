"""`gridward migrate`: bring the database up to date, after a backup copy."""

import asyncio

import typer

from bot.settings import load_settings
from storage.migrate import migrate as bring_up_to_date
from storage.migrate import pending


def migrate() -> None:
    """Bring the database up to date; a copy of it is kept beside it."""
    asyncio.run(_migrate(load_settings().database_url))


async def _migrate(url: str) -> None:
    lacking = await pending(url)
    copy = await bring_up_to_date(url)
    if not lacking:
        typer.echo("The database is up to date.")
        return
    typer.echo(f"The database was brought up to date ({', '.join(lacking)}).")
    if copy is not None:
        typer.echo(f"A copy of how it was is kept as {copy}.")
