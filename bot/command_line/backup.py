"""`gridward backup` and `gridward restore`: a whole copy of the database, and back."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.settings import load_settings
from storage.backup import backup as copy_out
from storage.backup import restore as put_back

Copy = Annotated[Path, typer.Argument(help="The file of the copy.", dir_okay=False)]


def backup(copy: Copy) -> None:
    """Copy the database into a file; the bot may go on running."""
    asyncio.run(copy_out(load_settings().database_url, copy))
    typer.echo(f"The database was copied to {copy}.")


def restore(copy: Copy) -> None:
    """Put a copy in the place of the database; stop the bot before."""
    former = asyncio.run(put_back(load_settings().database_url, copy))
    typer.echo(f"{copy} is the database now.")
    if former is not None:
        typer.echo(f"The former one is kept as {former}.")
