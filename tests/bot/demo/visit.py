"""The demo after its first week, as a visitor finds it: the bot runs, and the page is served."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.demo.building import building
from bot.demo.line import LanguageCode
from bot.demo.script import SCRIPTS
from bot.demo.stage import Stage
from bot.demo.tour import guide
from bot.demo.week import MONDAY, play_week


@asynccontextmanager
async def visited(language: LanguageCode) -> AsyncIterator[Stage]:
    """Serve the demo without its twelve weeks, which the tour has no need of."""
    async with building(language, MONDAY) as stage:
        await play_week(stage, SCRIPTS[language])
        stage.sandbox.clock.run()
        stage.sandbox.guide = guide(stage)
        yield stage
