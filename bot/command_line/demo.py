"""`gridward demo`: a sub-district of three groups, played and served, or told."""

import asyncio
import signal
from contextlib import suppress
from typing import Annotated

import typer
from rich.console import Console

from bot.demo.line import LanguageCode
from bot.demo.performance import Play, perform
from bot.logs import set_up_logs

SEED = 36
LanguageOption = Annotated[LanguageCode, typer.Option(help="The language of the chats.")]
PortOption = Annotated[
    int, typer.Option(min=0, max=65535, help="Port of the page on 127.0.0.1; 0: any.")
]
SeedOption = Annotated[int, typer.Option(help="What the history is made from; the same, the same.")]
ExitOption = Annotated[bool, typer.Option("--exit", help="Print the first week and end.")]


def demo(
    language: LanguageOption = "zh",
    port: PortOption = 8080,
    seed: SeedOption = SEED,
    *,
    end: ExitOption = False,
) -> None:
    """Play three months of a sub-district against a local Telegram, and serve its chats as a page.

    Everything in it is real but the people: the sandbox's Bot API over HTTP, the program, and a
    database in a temporary folder. With --exit the first week is printed as a transcript instead.
    """
    set_up_logs("ERROR", "console")
    play = Play(Console(highlight=False), language, seed, 0 if end else port)
    asyncio.run(_until_told(play, stay=not end))


async def _until_told(play: Play, *, stay: bool) -> None:
    """Perform until the end, Ctrl-C or SIGTERM; each way everything is tidied up."""
    performing = asyncio.ensure_future(perform(play, stay=stay))
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, performing.cancel)
    with suppress(asyncio.CancelledError):
        await performing
