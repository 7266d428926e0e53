"""Runs the local Telegram alone, for the command line."""

import asyncio
import sys

from sandbox.sandbox import Sandbox

TOKEN = "4200000001:sandbox-token-for-local-use-only-00"  # noqa: S105 - opens nothing but this
USERNAME = "gridward_bot"


async def serve(port: int) -> None:
    """Serve until cancelled; a ready line tells the address and a token it accepts.

    Any other well-formed token is accepted as well, and makes a bot of its own.
    """
    async with Sandbox.start(port) as sandbox:
        sandbox.bot_api.accept_any_token = True
        sandbox.add_bot(TOKEN, USERNAME, "Gridward")
        sys.stdout.write(f"Sandbox ready: TELEGRAM_API_URL={sandbox.url} BOT_TOKEN={TOKEN}\n")
        sys.stdout.flush()
        await asyncio.Event().wait()
