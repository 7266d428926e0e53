"""The line between page and sandbox: cut, taken up again, and a sandbox that is started anew."""

from urllib.parse import urlsplit

from playwright.async_api import Browser, Page, expect

from sandbox import Draft, Sandbox
from tests.browser import Look, window
from tests.sandbox.neighbourhood import TOKEN, Neighbourhood
from tests.sandbox.page.relay import Relay


async def test_after_the_line_was_cut_nothing_is_missing(
    browser: Browser, place: Neighbourhood
) -> None:
    relay = Relay(place.sandbox.url)
    await relay.mend()
    page = await window(browser, Look(language="en"))
    place.sandbox.say(place.li, place.group, "before")
    await page.goto(f"{relay.url}/#as={place.mei.id}&chat={place.group.id}")
    await expect(page.locator(".words")).to_have_text(["before"])
    await relay.cut()
    await expect(page.locator(".line-cut")).to_have_text("Reconnecting …")
    place.sandbox.say(place.li, place.group, "meanwhile")
    await relay.mend()
    await expect(page.locator(".words")).to_have_text(["before", "meanwhile"])
    await expect(page.locator(".line-cut")).to_have_text("")
    place.sandbox.say(place.li, place.group, "after")
    await expect(page.locator(".words")).to_have_text(["before", "meanwhile", "after"])
    await relay.cut()


async def test_a_restarted_sandbox_is_shown_as_it_is_now(browser: Browser) -> None:
    page = await window(browser, Look(language="en"))
    async with Sandbox.start() as first:
        port = urlsplit(first.url).port
        await _settle(first, "the old world")
        await page.goto(first.url)
        await expect(page.locator(".words")).to_have_text(["the old world"])
    await expect(page.locator(".line-cut")).to_have_text("Reconnecting …")
    async with Sandbox.start(port or 0) as second:
        await _settle(second, "the new world")
        await expect(page.locator(".words")).to_have_text(["the new world"])
        await expect(page.locator(".line-cut")).to_have_text("")


async def test_a_forums_topics_are_chosen_with_one_tap(page: Page, place: Neighbourhood) -> None:
    sandbox = place.sandbox
    forum = sandbox.add_group("社区", place.mei, forum=True)
    repairs = sandbox.add_topic(forum, "Repairs", place.mei).id
    sandbox.send(place.mei, forum, Draft(text="the lamp", topic=repairs))
    sandbox.say(place.mei, forum, "hello all")
    await page.locator(".chat").filter(has_text="社区").click()
    await expect(page.locator(".words")).to_have_text(["the lamp", "hello all"])
    await page.get_by_role("button", name="Repairs", exact=True).click()
    await expect(page.locator(".words")).to_have_text(["the lamp"])
    await page.locator("#line").fill("and the lift")
    await page.locator("#line").press("Enter")
    await expect(page.locator(".words")).to_have_text(["the lamp", "and the lift"])
    assert sandbox.messages(forum)[-1].thread == repairs


async def test_older_messages_come_when_one_scrolls_up(
    browser: Browser, place: Neighbourhood
) -> None:
    for number in range(200):
        place.sandbox.say(place.li, place.group, f"Line {number}")
    page = await window(browser, Look(language="en"))
    await page.goto(f"{place.sandbox.url}/#as={place.mei.id}&chat={place.group.id}")
    await expect(page.locator(".words").last).to_have_text("Line 199")
    await expect(page.get_by_text("Line 100", exact=True)).to_have_count(0)
    while not await page.get_by_text("Line 0", exact=True).count():
        before = await page.locator(".message").count()
        await page.locator(".scroller").evaluate("(node) => node.scrollTo(0, 0)")
        await expect(page.locator(".message")).not_to_have_count(before)
    await expect(page.locator(".words").first).to_have_text("Line 0")


async def _settle(sandbox: Sandbox, words: str) -> None:
    sandbox.add_bot(TOKEN, "gridward_bot", "Gridward", privacy=False)
    li = sandbox.add_person("Li Wei")
    sandbox.say(li, sandbox.add_group("翠苑三区", li), words)
