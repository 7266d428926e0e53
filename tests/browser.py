"""A real Chromium, started once per worker, for tests that see a page as a visitor does."""

import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Literal

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, async_playwright, expect

PATIENCE = 30_000  # milliseconds; machines that run tests are busy


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a visitor looks at a page: width in pixels, language, light or dark."""

    width: int = 1280
    language: str = "zh"
    light: Literal["light", "dark"] = "light"


@pytest.fixture(scope="session")
async def driven() -> AsyncIterator[Browser]:
    """Drive Chromium while the tests run; skip where there is none."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("no chromium on this machine: install it to see the page in a browser")
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=program)
        yield launched
        await launched.close()


@pytest.fixture
async def browser(driven: Browser) -> AsyncIterator[Browser]:
    """Give the browser to one test, with nothing kept from the tests before."""
    before = set(driven.contexts)
    yield driven
    for each in set(driven.contexts) - before:
        await each.close()


async def window(browser: Browser, look: Look) -> Page:
    """Open a window of its own, as on another device."""
    context = await browser.new_context(
        viewport={"width": look.width, "height": 844},
        color_scheme=look.light,
        locale={"zh": "zh-CN", "en": "en-GB"}[look.language],
        reduced_motion="reduce",
    )
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    return await context.new_page()


async def barriers(page: Page) -> list[str]:
    """Return what axe-core finds on a page that keeps somebody out, one line for each place."""
    found = await Axe().run(page)
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:200]}"
        for rule in found.response["violations"]
        for node in rule["nodes"]
    ]
