"""The input line: drafts, edits and answers that are given up, files that are refused."""

import pytest
from playwright.async_api import FilePayload, Page, Route, expect

from sandbox import Guide, Persona, Step, Words
from tests.sandbox.neighbourhood import Neighbourhood
from tests.sandbox.page.test_media import picture

LINE = "#line"
PRIVATE = '.chat[data-chat*=":"]'


async def choose(page: Page, message: str, choice: str) -> None:
    """Choose something from a message's menu."""
    row = page.locator(".message").filter(has_text=message)
    await row.get_by_role("button", name="What to do with this message").click()
    await page.get_by_role("dialog").get_by_role("button", name=choice, exact=True).click()


async def test_an_answer_is_given_up_without_its_words(page: Page, place: Neighbourhood) -> None:
    place.sandbox.say(place.li, place.group, "Which building?")
    await page.locator(LINE).fill("Building 2")
    await choose(page, "Which building?", "Reply")
    await expect(page.locator(".about")).to_contain_text("Reply to Li Wei")
    await page.keyboard.press("Escape")
    await expect(page.locator(".about")).to_be_hidden()
    await expect(page.locator(LINE)).to_have_value("Building 2")


@pytest.mark.parametrize("end", ["Escape", "Enter"])
async def test_an_edit_gives_the_draft_back(page: Page, place: Neighbourhood, end: str) -> None:
    place.sandbox.say(place.mei, place.group, "the lmap")
    await page.locator(LINE).fill("begun before")
    await choose(page, "the lmap", "Edit")
    await expect(page.locator(LINE)).to_have_value("the lmap")
    await page.locator(LINE).fill("the lamp")
    await page.locator(LINE).press(end)
    await expect(page.locator(LINE)).to_have_value("begun before")


async def test_words_put_in_by_the_tour_are_a_draft_too(page: Page, place: Neighbourhood) -> None:
    mei = Persona(place.mei, Words("居民", "Resident"))
    step = Step(Words("说", "Say"), Words("说", "Say it"), mei, place.group, suggestion="#issue x")
    place.sandbox.guide = Guide((mei,), (step,), "en", "Asia/Shanghai")
    await page.get_by_role("button", name="Put this into the input line").click()
    await page.locator(PRIVATE).click()
    await page.locator('.chat:not([data-chat*=":"])').click()
    await expect(page.locator(LINE)).to_have_value("#issue x")


async def test_a_finger_can_scroll_suggestions_and_take_one(page: Page) -> None:
    await page.locator(LINE).press_sequentially("/")
    offer = page.get_by_role("option").filter(has_text="/stats")
    await offer.dispatch_event("pointerdown", {"pointerType": "touch", "bubbles": True})
    await expect(page.locator(LINE)).to_have_value("/")
    await offer.click()
    await expect(page.locator(LINE)).to_have_value("/stats ")
    await expect(page.locator(LINE)).to_be_focused()


async def test_a_sign_under_composition_is_not_sent(page: Page, place: Neighbourhood) -> None:
    await page.locator(LINE).fill("deng")
    event = {"key": "Enter", "keyCode": 229, "bubbles": True, "cancelable": True}
    await page.locator(LINE).dispatch_event("keydown", event)
    await expect(page.locator(LINE)).to_have_value("deng")
    assert "deng" not in [each.text for each in place.sandbox.messages(place.group)]


async def test_a_refused_file_waits_alone(page: Page, place: Neighbourhood) -> None:
    sent: list[str] = []

    async def refuse_the_second(route: Route) -> None:
        sent.append(route.request.url)
        if len(sent) == 2:
            await route.fulfill(status=409, json={"error": "a photo must be a PNG or JPEG"})
        else:
            await route.continue_()

    await page.route("**/control/**/messages", refuse_the_second)
    note: FilePayload = {"name": "2.txt", "mimeType": "text/plain", "buffer": b"by night"}
    await page.locator("#picker").set_input_files([picture("1.png"), note])
    await page.locator(LINE).fill("by day and by night")
    await page.locator(LINE).press("Enter")
    await expect(page.locator(".toast")).to_have_text("A picture must be a PNG or JPEG.")
    await expect(page.locator(".attached-name")).to_have_text(["2.txt"])
    await page.get_by_role("button", name="Send", exact=True).click()
    await expect(page.locator(".attached li")).to_have_count(0)
    pictures = [each.text for each in place.sandbox.messages(place.group) if each.body.media]
    assert pictures == ["by day and by night", ""]


async def test_more_files_than_go_at_once_are_not_left_out_in_silence(page: Page) -> None:
    await page.locator("#picker").set_input_files([picture(f"{n}.png") for n in range(11)])
    await expect(page.locator(".attached li")).to_have_count(10)
    await expect(page.locator(".toast")).to_have_text("No more than 10 files at a time.")
