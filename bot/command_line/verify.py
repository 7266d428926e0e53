"""`gridward verify`: replay the ledger and name whatever does not agree with it."""

import asyncio
from typing import Annotated

import typer

from bot.failures import CannotRun
from bot.settings import load_settings
from storage.audit import Finding, audit
from storage.database import Database

Head = Annotated[
    str | None,
    typer.Option(help="16 or more digits of a chain's head, as a weekly summary printed them."),
]


def verify(head: Head = None) -> None:
    """Replay the ledger and compare every case, ballot, role and snapshot with it.

    Ends with 1 and names what was changed. A chain whose end was cut off, with everything else
    made to fit, shows only by a head that somebody wrote down: give it as --head.
    """
    findings = asyncio.run(_audit(load_settings().database_url, head))
    for finding in findings:
        typer.echo(str(finding))
    if findings:
        raise typer.Exit(1)
    typer.echo("Everything agrees with the ledger.")


async def _audit(url: str, head: str | None) -> list[Finding]:
    database = await Database.open(url)
    try:
        return await audit(database, head)
    except ValueError as reason:
        raise CannotRun(f"--head: {reason}") from None
    finally:
        await database.close()
