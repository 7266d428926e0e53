"""The whole demo: the stage is built, the week played, and everything printed."""

import asyncio

from rich.console import Console

from bot.demo.scene import MONDAY, Scene
from bot.demo.script import SCRIPTS
from bot.demo.stage import ZONE, stage
from bot.demo.transcript import Transcript
from bot.demo.week import play_week
from reports.language import language as language_of


async def perform(console: Console, language: str, port: int = 0, *, stay: bool = False) -> None:
    """Play the week in `zh` or `en`, and print what everybody in the chats would see.

    With `stay` the sandbox and the bot go on serving until cancelled. Raises OSError when the port
    cannot be used.
    """
    script = SCRIPTS[language]
    transcript = Transcript(console, script, language_of(language), ZONE)
    async with stage(script, MONDAY, port) as built:
        await play_week(Scene(built, script, transcript), script)
        if stay:
            console.print(f"\nSandbox: {built.sandbox.url}/control – Ctrl-C")
            await asyncio.Event().wait()
