"""The guided tour: a step ends with its own deed only, and a new world begins the tour anew."""

from dataclasses import replace
from urllib.parse import urlsplit

from playwright.async_api import Browser, Page, Route, expect

from sandbox import Guide, Persona, Sandbox, Step, Words
from tests.browser import Look, window
from tests.sandbox.neighbourhood import TOKEN, Neighbourhood
from tests.sandbox.page.porter import Porter

WORDS = Words("说", "Say it")


async def say(page: Page, text: str) -> None:
    """Write a text and send it."""
    await page.locator("#line").fill(text)
    await page.locator("#line").press("Enter")
    await expect(page.locator(".mine").last).to_contain_text(text)


async def test_only_its_own_words_end_a_step(page: Page, place: Neighbourhood) -> None:
    mei = Persona(place.mei, Words("居民", "Resident"))
    steps = [Step(WORDS, WORDS, mei, place.group, suggestion="#issue the lamp is out")]
    steps.append(Step(WORDS, WORDS, mei, place.group))
    place.sandbox.guide = Guide((mei,), tuple(steps), "en", "Asia/Shanghai")
    tour = page.get_by_role("region", name="Guided tour")
    await say(page, "hello")
    await expect(tour).to_contain_text("Step 1 of 2")
    await say(page, "#issue the lift stands still")
    await expect(tour).to_contain_text("Step 2 of 2")
    await say(page, "thank you")
    await expect(tour).to_contain_text("Step 2 of 2")


async def test_a_tap_that_failed_ends_no_step(page: Page, porter: Porter) -> None:
    place = porter.place
    mei = Persona(place.mei, Words("居民", "Resident"))
    step = Step(WORDS, WORDS, mei, place.group, button="accept:")
    place.sandbox.guide = Guide((mei,), (step, step), "en", "Asia/Shanghai")
    await say(page, "#issue the lamp is out")
    tour = page.get_by_role("region", name="Guided tour")

    async def refuse(route: Route) -> None:
        await route.fulfill(status=409, json={"error": "the message is gone"})

    await page.route("**/tap", refuse, times=1)
    await page.get_by_role("button", name="Accept").click()
    await expect(page.locator(".toast")).to_have_text("That message has been deleted.")
    await expect(tour).to_contain_text("Step 1 of 2")
    await page.get_by_role("button", name="Accept").click()
    await expect(tour).to_contain_text("Step 2 of 2")


async def test_another_worlds_tour_begins_at_its_beginning(browser: Browser) -> None:
    page = await window(browser, Look(language="en"))
    tour = page.get_by_role("region", name="Guided tour")
    async with Sandbox.start() as first:
        port = urlsplit(first.url).port
        _play(first)
        await page.goto(first.url)
        await tour.get_by_role("button", name="Next").click()
        await page.reload()
        await expect(tour).to_contain_text("Step 2 of 3")
    async with Sandbox.start(port or 0) as second:
        _play(second)
        await expect(tour).to_contain_text("Step 1 of 3")
        await tour.get_by_role("button", name="Next").click()
        await tour.get_by_role("button", name="Next").click()
        guide = second.guide
        assert guide is not None
        second.guide = replace(guide, tour=guide.tour[:1])
        await expect(tour).to_contain_text("Step 1 of 1")


def _play(sandbox: Sandbox) -> None:
    sandbox.add_bot(TOKEN, "gridward_bot", "Gridward", privacy=False)
    li = sandbox.add_person("Li Wei")
    leader = Persona(li, Words("网格长", "Grid leader"))
    step = Step(WORDS, WORDS, leader, sandbox.add_group("翠苑三区", li))
    sandbox.guide = Guide((leader,), (step, step, step), "en", "Asia/Shanghai")
