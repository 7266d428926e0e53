"""The demo after its first week, as a visitor finds it: the bot runs, and the page is served."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.demo.building import Building, building
from bot.demo.line import LanguageCode
from bot.demo.script import SCRIPTS
from bot.demo.tour import guide
from bot.demo.week import MONDAY, play_week


@asynccontextmanager
async def visited(language: LanguageCode) -> AsyncIterator[Building]:
    """Serve the demo without its twelve weeks, which the tour has no need of."""
    async with building(language, MONDAY) as house:
        async with house.rehearsal() as stage:
            await play_week(stage, SCRIPTS[language])
        async with house.opening() as stage:
            house.sandbox.guide = guide(house.cast, house.sandbox, stage.next_due)
            yield house
