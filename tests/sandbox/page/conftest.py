"""The neighbourhood with a small bot in it, and a visitor's window on the page."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest
from playwright.async_api import Browser, Page

from tests.browser import Look, window
from tests.sandbox.conftest import client, place, sandbox
from tests.sandbox.neighbourhood import Client, Neighbourhood
from tests.sandbox.page.porter import Porter

__all__ = ["client", "place", "sandbox"]


@pytest.fixture
async def porter(client: Client, place: Neighbourhood) -> AsyncIterator[Porter]:
    """Let a small bot answer in the group."""
    porter = Porter(client, place)
    await porter.introduce()
    working = asyncio.create_task(porter.work())
    yield porter
    working.cancel()
    with suppress(asyncio.CancelledError):
        await working


@pytest.fixture
async def page(browser: Browser, porter: Porter) -> Page:
    """Show the page to Mei, in English and with room."""
    opened = await window(browser, Look(language="en"))
    place = porter.place
    await opened.goto(f"{place.sandbox.url}/#as={place.mei.id}&chat={place.group.id}")
    return opened
