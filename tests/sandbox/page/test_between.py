"""What happens while an answer is on its way: nothing of it is lost, and nobody gets another's."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Page, Request, Route, expect

from tests.sandbox.neighbourhood import Neighbourhood

LINE = "#line"
GROUP = '.chat:not([data-chat*=":"])'
PRIVATE = '.chat[data-chat*=":"]'
PRESSED = ".persona[aria-pressed=true]"


@asynccontextmanager
async def held(page: Page, address: str) -> AsyncIterator[asyncio.Event]:
    """Hold the first answer from an address, as it stands now, until the context ends.

    Later ones come after it. The event tells that it is on its way.
    """
    begun, over = asyncio.Event(), asyncio.Event()
    asked: list[Request] = []

    async def hold(route: Route) -> None:
        asked.append(route.request)
        if len(asked) > 1:
            await over.wait()
            await answer(asked[0])
            await route.continue_()
            return
        response = await route.fetch()
        begun.set()
        await over.wait()
        await route.fulfill(response=response)

    await page.route(re.compile(address), hold)
    yield begun
    over.set()
    await answer(asked[0])
    await page.evaluate("() => new Promise(requestAnimationFrame)")


async def answer(request: Request) -> None:
    """Wait until the page has the answer to a request."""
    response = await request.response()
    assert response is not None
    await response.finished()


async def become(page: Page, name: str) -> None:
    """Be somebody else."""
    await page.locator(".persona").filter(has_text=name).click()
    await expect(page.locator(PRESSED)).to_contain_text(name)


async def test_a_switch_outlives_news_that_come_meanwhile(page: Page, place: Neighbourhood) -> None:
    await expect(page.locator(PRESSED)).to_contain_text("Mei")
    async with held(page, r"/page/state\?as=") as begun:
        await page.locator(".persona").filter(has_text="Li Wei").click()
        await begun.wait()
        async with page.expect_request(re.compile(r"/page/state")):
            place.sandbox.add_person("Zhao Xin")
    await expect(page.locator(PRESSED)).to_contain_text("Li Wei")
    await expect(page).to_have_url(re.compile(f"as={place.li.id}"))


async def test_a_group_that_is_joined_is_shown_whatever_comes_meanwhile(
    page: Page, place: Neighbourhood
) -> None:
    place.sandbox.add_group("Block 5", place.li)
    joins = page.get_by_role("button", name="Join Block 5")
    await expect(joins).to_be_visible()
    async with held(page, r"/page/state\?as=") as begun:
        await joins.click()
        await begun.wait()
        async with page.expect_request(re.compile(r"/page/state")):
            place.sandbox.add_person("Zhao Xin")
    await expect(page.locator(".room-title")).to_have_text("Block 5")
    await expect(page.locator(".service")).to_have_text("Mei Wang joined the group")


async def test_what_comes_while_the_first_page_is_fetched_is_shown(
    page: Page, place: Neighbourhood
) -> None:
    sandbox = place.sandbox
    private = sandbox.private(place.mei, place.bot)
    kept, gone = [sandbox.say(place.mei, private, text) for text in ("kept", "gone")]
    async with held(page, "/page/messages") as begun:
        await page.locator(PRIVATE).click()
        await begun.wait()
        sandbox.edit(place.mei, kept, "edited")
        sandbox.delete(gone)
        sandbox.say(place.mei, private, "new")
        await expect(page.locator(PRIVATE)).to_contain_text("new")
    await expect(page.locator(".words")).to_have_text(["edited", "new"])


async def test_an_old_answer_does_not_undo_what_came_after_it(
    page: Page, place: Neighbourhood
) -> None:
    await expect(page.locator(GROUP)).to_be_visible()
    async with held(page, r"/page/state\?as=") as begun:
        place.sandbox.add_person("Zhao Xin")
        await begun.wait()
        place.sandbox.say(place.li, place.group, "newer than the answer")
        await expect(page.locator(GROUP)).to_contain_text("newer than the answer")
    await expect(page.locator(GROUP)).to_contain_text("newer than the answer")


async def test_a_switch_in_a_private_chat_reads_no_other_chat(
    page: Page, place: Neighbourhood
) -> None:
    await expect(page.locator(".room-title")).to_have_text("翠苑三区")
    await page.locator(PRIVATE).click()
    await expect(page.locator(".room-title")).to_have_text("Gridward")
    said = place.sandbox.say(place.mei, place.group, "unread by Li")
    await expect(page.locator(GROUP)).to_contain_text(said.text)
    await become(page, "Li Wei")
    await expect(page.locator(".room-title")).to_have_text("Gridward")
    await expect(page.locator(GROUP).locator(".count")).to_have_text("1")


async def test_an_answer_to_a_tap_is_only_for_who_tapped(page: Page) -> None:
    await page.locator(LINE).fill("#issue the lamp is out")
    await page.locator(LINE).press("Enter")
    async with held(page, r"/tap$") as begun:
        await page.get_by_role("button", name="Close").click()
        await begun.wait()
        await become(page, "Li Wei")
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def test_what_is_sent_is_gone_only_from_where_it_was_written(page: Page) -> None:
    line = page.locator(LINE)
    await become(page, "Li Wei")
    await line.fill("still thinking")
    await become(page, "Mei Wang")
    await line.fill("said by Mei")
    async with held(page, r"/control/.*/messages$") as begun:
        await line.press("Enter")
        await begun.wait()
        await become(page, "Li Wei")
    await expect(line).to_have_value("still thinking")
    await become(page, "Mei Wang")
    await expect(line).to_have_value("")


async def test_a_jump_of_the_browser_leads_back(page: Page) -> None:
    await page.set_viewport_size({"width": 390, "height": 844})
    await page.locator(".back").click()
    await page.locator(PRIVATE).click()
    await expect(page.locator(".room-title")).to_have_text("Gridward")
    await page.go_back()
    await expect(page.locator(PRIVATE)).to_be_visible()
