"""The clock's jumps and what happened meanwhile; faults to order; the guided tour."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from playwright.async_api import Browser, Page, expect

from sandbox import Guide, Persona, Step, Words
from tests.browser import Look, window
from tests.sandbox.neighbourhood import Client, Neighbourhood
from tests.sandbox.page.porter import Porter

SHANGHAI = ZoneInfo("Asia/Shanghai")
WEDNESDAY = datetime(2026, 11, 11, 20, 15, tzinfo=SHANGHAI)


async def test_after_a_jump_the_page_tells_what_happened(
    page: Page, place: Neighbourhood, client: Client
) -> None:
    place.sandbox.clock.stop()
    place.sandbox.clock.set(WEDNESDAY)
    await expect(page.locator(".face")).to_contain_text("20:15")
    await page.get_by_role("button", name="To Monday 9:00").click()
    await expect(page.locator(".face")).to_contain_text("09:00")
    assert place.sandbox.clock.now() == datetime(2026, 11, 16, 9, tzinfo=SHANGHAI)
    await expect(page.locator(".meanwhile")).to_contain_text("Waiting for what happens")
    for text in ("Reminder: №1", "The week in short"):
        await client.call("sendMessage", chat_id=place.group.id, text=text)
    happened = page.locator(".happened")
    await expect(happened.locator(".count")).to_have_text("2")
    await expect(happened).to_contain_text("The week in short")
    await expect(page.locator("#announcer")).to_contain_text("Meanwhile: 2 messages in 1 chat")
    await happened.click()
    await expect(page.locator(".message:focus")).to_contain_text("The week in short")


async def test_what_comes_after_the_sum_belongs_to_no_jump(
    page: Page, place: Neighbourhood, client: Client
) -> None:
    async def nothing_due() -> bool:
        return False

    place.sandbox.guide = replace(_guide(place), tour=(), move_on=nothing_due)
    chat = {"chat_id": place.group.id}
    await page.get_by_role("button", name="One day later").click()
    await expect(page.locator(".meanwhile")).to_be_visible()
    sent = await client.call("sendMessage", **chat, text="The summary is being written …")
    await expect(page.locator("#announcer")).to_contain_text("Meanwhile: 1 message in 1 chat")
    await client.call("sendMessage", **chat, text="An answer to somebody")
    await client.call("editMessageText", **chat, message_id=sent["message_id"], text="The week")
    happened = page.locator(".happened")
    await expect(happened).to_contain_text("The week")
    await expect(happened.locator(".count")).to_have_text("1")
    await page.get_by_role("button", name="Until the next thing happens").click()
    await expect(page.locator(".toast")).to_have_text("Nothing is due.")
    await expect(happened.locator(".count")).to_have_text("1")


async def test_a_summary_that_takes_its_placeholders_place_is_shown_from_its_beginning(
    page: Page, place: Neighbourhood, client: Client
) -> None:
    chat = {"chat_id": place.group.id}
    sent = await client.call("sendMessage", **chat, text="The summary is being written …")
    await expect(page.locator(".words")).to_be_visible()
    lines = "\n".join(f"Line {number}" for number in range(60))
    await client.call(
        "editMessageText", **chat, message_id=sent["message_id"], text=f"The week\n{lines}"
    )
    await expect(page.locator(".words")).to_contain_text("The week")
    await expect(page.locator(".name")).to_be_in_viewport()


async def test_a_phone_is_told_what_happened_and_led_there(
    browser: Browser, place: Neighbourhood, client: Client
) -> None:
    guide = _guide(place)
    place.sandbox.guide = replace(guide, tour=guide.tour[-1:])
    page = await window(browser, Look(width=390, language="en"))
    await page.goto(f"{place.sandbox.url}/#as={place.li.id}&chat={place.group.id}&lang=en")
    await page.get_by_role("button", name="To Monday 9:00").click()
    await client.call("sendMessage", chat_id=place.group.id, text="The week in short")
    await page.get_by_role("button", name="Meanwhile: 1 message in 1 chat").click()
    await expect(page.locator(".happened")).to_contain_text("The week in short")


async def test_what_somebody_else_got_privately_leads_to_them(
    page: Page, place: Neighbourhood, client: Client
) -> None:
    place.sandbox.say(place.li, place.sandbox.private(place.li, place.bot), "/start")
    await page.get_by_role("button", name="One day later").click()
    await expect(page.locator(".meanwhile")).to_be_visible()
    await client.call("sendMessage", chat_id=place.li.id, text="The roll-up")
    await page.locator(".happened").filter(has_text="Privately to Li Wei").click()
    await expect(page.locator(".persona[aria-pressed=true]")).to_contain_text("Li Wei")
    await expect(page.locator(".message:focus")).to_contain_text("The roll-up")


async def test_a_fault_is_ordered_suffered_and_gone(
    page: Page, place: Neighbourhood, client: Client
) -> None:
    await page.locator(".faults summary").click()
    await page.get_by_role("button", name="Sending too fast (429)").click()
    await expect(page.locator(".ordered")).to_contain_text("Sending too fast (429): 1 to come")
    refused = await client.answer("sendMessage", chat_id=place.group.id, text="x")
    assert refused["parameters"] == {"retry_after": 3}
    await expect(page.locator(".ordered li")).to_have_count(0)
    await page.get_by_role("button", name="Cut the line").click()
    await page.get_by_role("button", name="Cancel all").click()
    await expect(page.locator(".ordered li")).to_have_count(0)


async def test_the_tour_leads_from_step_to_step_and_can_be_seen_again(
    page: Page, porter: Porter
) -> None:
    place = porter.place
    place.sandbox.guide = _guide(place)
    tour = page.get_by_role("region", name="Guided tour")
    await expect(tour).to_contain_text("Step 1 of 4")
    await tour.get_by_role("button", name="Put this into the input line").click()
    await page.keyboard.press("Enter")
    await expect(tour).to_contain_text("Step 2 of 4")
    await tour.get_by_role("button", name="Be Li Wei").click()
    meant = page.locator(".key.meant")
    await expect(meant).to_have_text(["Accept", "Close"])
    await meant.filter(has_text="Close").click()
    await page.get_by_role("button", name="OK").click()
    await expect(tour).to_contain_text("Step 2 of 4")
    await meant.filter(has_text="Accept").click()
    await expect(tour).to_contain_text("Step 3 of 4")
    await tour.get_by_role("button", name="Put this into the input line").click()
    await expect(page.locator(".about")).to_contain_text("Reply to Gridward")
    await page.keyboard.press("Enter")
    await expect(page.locator(".mine .quoted-name")).to_have_text("Gridward")
    await tour.get_by_role("button", name="To Monday 9:00").click()
    await tour.get_by_role("button", name="Show the tour again").click()
    await expect(tour).to_contain_text("Step 1 of 4")
    await tour.get_by_role("button", name="Next").click()
    await tour.get_by_role("button", name="Back").click()
    await tour.get_by_role("button", name="Skip the tour").click()
    await page.reload()
    await expect(tour.get_by_role("button", name="Show the tour again")).to_be_visible()


async def test_while_the_story_is_played_one_only_looks_on(page: Page, porter: Porter) -> None:
    place = porter.place
    await page.locator("#line").fill("#issue the lamp is out")
    await page.locator("#line").press("Enter")
    place.sandbox.guide = replace(_guide(place), watching=True)
    await expect(page.locator(".silent")).to_contain_text("still being played")
    await expect(page.locator("#line")).to_be_hidden()
    await expect(page.get_by_role("button", name="One day later")).to_be_disabled()
    await page.get_by_role("button", name="Accept").click()
    await expect(page.locator(".toast")).to_contain_text("still being played")
    place.sandbox.guide = _guide(place)
    await expect(page.locator("#line")).to_be_visible()
    assert place.sandbox.taps == []


def _guide(place: Neighbourhood) -> Guide:
    mei = Persona(place.mei, Words("居民", "Resident"))
    li = Persona(place.li, Words("网格长", "Grid leader"))
    words = Words("说", "Say it")
    return Guide(
        (mei, li),
        (
            Step(words, words, mei, place.group, suggestion="#issue the lamp is out"),
            Step(words, words, li, place.group, button="close: accept:"),
            Step(words, words, li, place.group, suggestion="#done", reply_to_bot="№1"),
            Step(words, words, li, place.group, jump="monday"),
        ),
        "en",
        "Asia/Shanghai",
    )
