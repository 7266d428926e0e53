"""A real Chromium, started once per worker, for tests that see a page as a visitor does."""

import re
import shutil
import subprocess
from collections import deque
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from threading import Thread
from typing import IO, Literal

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, async_playwright

PATIENCE = 10_000  # milliseconds
_SWITCHES = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-proxy-server",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
)
_ADDRESS = re.compile(r"DevTools listening on (ws://\S+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a visitor looks at a page: width in pixels, language, light or dark."""

    width: int = 1280
    language: str = "zh"
    light: Literal["light", "dark"] = "light"


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run Chromium while the tests run, and tell its address; skip where there is none."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("no chromium on this machine: install it to see the page in a browser")
    profile = f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"
    with subprocess.Popen(  # noqa: S603 - the machine's own browser
        [program, *_SWITCHES, profile], stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stderr is not None
        try:
            yield _address(running.stderr)
        finally:
            running.terminate()


@pytest.fixture(scope="session")
async def driven(chromium: str) -> AsyncIterator[Browser]:
    """Drive the browser while the tests run: to begin anew takes as long as many a test."""
    async with async_playwright() as playwright:
        connected = await playwright.chromium.connect_over_cdp(chromium)
        yield connected
        await connected.close()


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
    return await context.new_page()


async def barriers(page: Page) -> list[str]:
    """Return what axe-core finds on a page that keeps somebody out, one line for each place."""
    found = await Axe().run(page)
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:200]}"
        for rule in found.response["violations"]
        for node in rule["nodes"]
    ]


def _address(told: IO[str]) -> str:
    for line in told:
        if found := _ADDRESS.search(line):
            # Whatever it tells later must be read too, or a full pipe would stop it.
            Thread(target=deque, args=(told, 0), daemon=True).start()
            return found[1]
    raise RuntimeError("chromium ended before it was ready")
