"""Take the README's pictures anew from the demo: its page and its chart, in both languages.

Run it as `.venv/bin/python docs/pictures/take.py`; it needs Chromium, and fonts with Chinese signs.
"""

import asyncio
import shutil
from pathlib import Path
from typing import Final

from playwright.async_api import async_playwright

from bot.demo.building import building
from bot.demo.history.sub_district import play_history
from bot.demo.line import LanguageCode
from bot.demo.performance import HISTORY_BEGINS
from bot.demo.script import SCRIPTS
from bot.demo.stage import Stage
from bot.demo.tour import guide
from bot.demo.week import MONDAY, play_week
from sandbox.world.messages import Photo

HERE = Path(__file__).parent
SEED: Final = 36
WIDTH, HEIGHT = 1280, 800
SAID: Final = {
    "zh": "#问题 4幢门口的路灯不亮了",
    "en": "#issue The street lamp at Building 4 is out",
}


async def take(language: LanguageCode) -> None:
    """Play the demo in one language, and keep a picture of its page and of its last chart."""
    async with building(language, MONDAY) as stage:
        await play_week(stage, SCRIPTS[language])
        await play_history(stage, SEED, HISTORY_BEGINS, lambda _: None)
        await _report_the_lamp(stage, language)
        (HERE / f"chart-{language}.png").write_bytes(_chart(stage))
        stage.sandbox.guide = guide(stage)
        await _show(stage, language)


async def _report_the_lamp(stage: Stage, language: LanguageCode) -> None:
    elders = stage.cast.elders
    await stage.say(elders.residents[0], elders.chat, SAID[language])
    await stage.tap(elders.leader, stage.offering(elders.chat, "accept:"), "accept:")


async def _show(stage: Stage, language: LanguageCode) -> None:
    elders = stage.cast.elders
    address = f"{stage.sandbox.url}/#as={elders.leader.id}&chat={elders.chat.id}"
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = await browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT},
            locale={"zh": "zh-CN", "en": "en-GB"}[language],
        )
        await page.goto(address)
        await page.get_by_text(SAID[language]).last.wait_for()
        await page.screenshot(path=HERE / f"page-{language}.png")
        await browser.close()


def _chart(stage: Stage) -> bytes:
    """Return the latest picture that the bot has posted in the elders' group."""
    posted = (message.body.media for message in stage.cast.elders.chat.messages.values())
    return [media.file.content for media in posted if isinstance(media, Photo)][-1]


if __name__ == "__main__":
    for spoken in ("zh", "en"):
        asyncio.run(take(spoken))
