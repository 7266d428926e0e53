"""The line between page and sandbox: cut, taken up again, and a sandbox that is started anew."""

import asyncio
from urllib.parse import urlsplit

from playwright.async_api import Browser, Page, Route, expect

from sandbox import Draft, Sandbox
from sandbox.page.messages import PAGE
from tests.browser import Look, window
from tests.sandbox.neighbourhood import TOKEN, Neighbourhood
from tests.sandbox.page.relay import Relay

SHOW = """(state) => {
  const hidden = state === "hidden";
  Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


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


async def test_one_question_that_fails_is_no_cut_line(page: Page, place: Neighbourhood) -> None:
    await expect(page.locator(".room-title")).to_be_visible()
    await page.route("**/page/read", lambda route: route.abort(), times=1)
    async with page.expect_event("requestfailed"):
        place.sandbox.say(place.li, place.group, "read by nobody")
    place.sandbox.say(place.li, place.group, "read by Mei")
    await expect(page.locator(".words").last).to_have_text("read by Mei")
    await expect(page.locator(".line-cut")).to_have_text("")


async def test_what_was_read_stays_read_and_is_told_until_it_is_heard(
    page: Page, place: Neighbourhood
) -> None:
    late = asyncio.Event()

    async def fail_late(route: Route) -> None:
        await late.wait()
        await route.abort()

    group = page.locator(".chat").first
    await page.route("**/page/read", fail_late, times=1)
    async with page.expect_request("**/page/read"):
        place.sandbox.say(place.li, place.group, "seen")
    # This comes from a sandbox that has not heard yet.
    async with page.expect_response("**/page/state*"):
        place.sandbox.add_person("Zhao Xin")
    await page.locator(".chat").nth(1).click()
    await expect(page.locator(".room-title")).to_have_text("Gridward")
    await expect(group.locator(".count")).to_have_count(0)
    async with page.expect_event("requestfailed"):
        late.set()
    async with page.expect_response("**/page/read"):
        await group.click()


async def test_a_window_that_nobody_sees_lets_go_of_its_line(
    page: Page, place: Neighbourhood
) -> None:
    place.sandbox.say(place.li, place.group, "seen")
    await expect(page.locator(".words")).to_have_text(["seen"])
    async with page.expect_event("requestfailed", lambda request: "/live" in request.url):
        await page.evaluate(SHOW, "hidden")
    place.sandbox.say(place.li, place.group, "unseen")
    async with page.expect_request("**/page/live*"):
        await page.evaluate(SHOW, "visible")
    await expect(page.locator(".words")).to_have_text(["seen", "unseen"])


async def test_whoever_missed_much_keeps_topic_and_answer(page: Page, place: Neighbourhood) -> None:
    sandbox = place.sandbox
    forum = sandbox.add_group("社区", place.mei, forum=True)
    repairs = sandbox.add_topic(forum, "Repairs", place.mei).id
    sandbox.send(place.mei, forum, Draft(text="the lamp", topic=repairs))
    await page.locator(".chat").filter(has_text="社区").click()
    topic = page.get_by_role("button", name="Repairs", exact=True)
    await topic.click()
    await page.locator(".message").get_by_role("button", name="What to do").click()
    await page.get_by_role("button", name="Reply").click()
    async with page.expect_request("**/page/state*"):
        for number in range(500):
            sandbox.say(place.li, place.group, f"{number}")
    await expect(page.locator(".chat").filter(has_text="翠苑三区")).to_contain_text("499")
    await expect(page.locator(".words")).to_have_text(["the lamp"])
    await expect(topic).to_have_attribute("aria-pressed", "true")
    await expect(page.locator(".about")).to_contain_text("Reply to Mei Wang")


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
    for _ in range(200 // PAGE):
        before = await page.locator(".message").count()
        await page.locator(".scroller").evaluate("(node) => node.scrollTo(0, 0)")
        await expect(page.locator(".message")).not_to_have_count(before)
    await expect(page.locator(".words").first).to_have_text("Line 0")


async def _settle(sandbox: Sandbox, words: str) -> None:
    sandbox.add_bot(TOKEN, "gridward_bot", "Gridward", privacy=False)
    li = sandbox.add_person("Li Wei")
    sandbox.say(li, sandbox.add_group("翠苑三区", li), words)
