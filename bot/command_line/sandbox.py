"""`gridward sandbox`: a local Telegram to try things against, without a token."""

import asyncio
from typing import Annotated

import typer

from bot.failures import CannotRun
from sandbox.server import serve

PortOption = Annotated[int, typer.Option(min=0, max=65535, help="Port on 127.0.0.1; 0: any.")]


def sandbox(port: PortOption = 8081) -> None:
    """Serve a local Bot API server until Ctrl-C; it prints its address and a token."""
    try:
        asyncio.run(serve(port))
    except OSError as reason:
        raise CannotRun(f"--port {port}: {reason.strerror or reason}") from None
