"""`gridward demo`: a week in a service group, played and printed."""

import asyncio
from typing import Annotated, Literal

import typer
from rich.console import Console

from bot.demo.performance import perform
from bot.failures import CannotRun
from bot.logs import set_up_logs

Language = Literal["zh", "en"]
LanguageOption = Annotated[Language, typer.Option(help="The language of the scene.")]
PortOption = Annotated[
    int, typer.Option(min=0, max=65535, help="Port of the sandbox on 127.0.0.1; 0: any.")
]
ExitOption = Annotated[bool, typer.Option("--exit", help="Print the scene and end.")]


def demo(language: LanguageOption = "zh", port: PortOption = 0, *, end: ExitOption = False) -> None:
    """Play a week in a service group against a local Telegram, and print it as a transcript.

    Everything in it is real but the people: the sandbox's Bot API over HTTP, the program, and a
    database in a temporary folder. Without --exit both go on serving until Ctrl-C.
    """
    set_up_logs("ERROR", "console")
    try:
        asyncio.run(perform(Console(highlight=False), language, port, stay=not end))
    except OSError as reason:
        raise CannotRun(f"--port {port}: {reason.strerror or reason}") from None
