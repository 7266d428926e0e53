"""What a visitor does in a chat: write, answer, tap, follow, with the bot answering live."""

import pytest
from playwright.async_api import Browser, Page, expect

from sandbox import Draft, Location
from tests.browser import Look, barriers, window
from tests.sandbox.neighbourhood import Neighbourhood
from tests.sandbox.page.porter import Porter

LINE = "#line"


async def say(page: Page, text: str) -> None:
    """Write a text and send it by the keyboard."""
    await page.locator(LINE).fill(text)
    await page.locator(LINE).press("Enter")


async def test_a_message_is_sent_and_the_bots_card_appears(page: Page) -> None:
    await say(page, "#issue the lamp is out")
    card = page.locator(".from-bot").filter(has_text="№1")
    await expect(card.locator(".words b")).to_have_text("№1")
    await expect(card.locator(".quoted-text")).to_have_text("#issue the lamp is out")
    await expect(page.locator(".chat[aria-current] .chat-last")).to_contain_text("№1")
    await expect(page.locator(LINE)).to_have_value("")


async def test_a_tap_shows_the_answer_and_the_edited_card(page: Page) -> None:
    await say(page, "#issue the lamp is out")
    await page.get_by_role("button", name="Accept").click()
    await expect(page.locator(".toast")).to_have_text("accepted by Mei")
    card = page.locator(".from-bot").filter(has_text="№1 accepted by Mei")
    await expect(card.locator(".stamp")).to_contain_text("edited")
    await expect(card.locator(".key")).to_have_count(0)


async def test_an_alert_waits_until_it_is_put_away(page: Page) -> None:
    await say(page, "#issue the lamp is out")
    await page.get_by_role("button", name="Close").click()
    alert = page.get_by_role("dialog")
    await expect(alert).to_contain_text("Only the leader may.")
    await alert.get_by_role("button", name="OK").click()
    await expect(alert).to_have_count(0)


async def test_a_link_to_the_bot_opens_the_private_chat_and_starts_it(
    page: Page, porter: Porter, place: Neighbourhood
) -> None:
    await say(page, "#issue the lamp is out")
    await page.get_by_role("link", name="Rate it").click()
    await expect(page.locator(".room-title")).to_have_text("Gridward")
    await expect(page.locator(".mine .words")).to_have_text("/start rate1")
    await place.sandbox.until(lambda: "/start rate1" in porter.heard)


async def test_an_answer_shows_what_it_answers_and_leads_there(
    page: Page, place: Neighbourhood
) -> None:
    asked = place.sandbox.say(place.li, place.group, "Which building?")
    for number in range(30):
        place.sandbox.say(place.li, place.group, f"Line {number}")
    original = page.locator(f"#m{asked.id}")
    await original.get_by_role("button", name="What to do with this message").click()
    await page.get_by_role("button", name="Reply").click()
    await say(page, "Building 2")
    mine = page.locator(".mine").filter(has_text="Building 2")
    await expect(mine.locator(".quoted-name")).to_have_text("Li Wei")
    await expect(original).not_to_be_in_viewport()
    await mine.locator(".quoted").click()
    await expect(original).to_be_in_viewport()
    await expect(original).to_be_focused()


async def test_ones_own_message_can_be_changed_and_deleted(page: Page) -> None:
    await say(page, "the lmap is out")
    mine = page.locator(".mine")
    await mine.get_by_role("button", name="What to do with this message").click()
    await page.get_by_role("button", name="Edit").click()
    await say(page, "the lamp is out")
    await expect(mine.locator(".words")).to_have_text("the lamp is out")
    await expect(mine.locator(".stamp")).to_contain_text("edited")
    await mine.get_by_role("button", name="What to do with this message").click()
    await page.get_by_role("button", name="Delete").click()
    question = page.get_by_role("dialog")
    await expect(question).to_contain_text("It goes for everybody.")
    await question.get_by_role("button", name="Delete").click()
    await expect(mine).to_have_count(0)


async def test_before_a_message_is_deleted_one_is_asked(page: Page) -> None:
    await say(page, "the lamp is out")
    menu = page.locator(".mine").get_by_role("button", name="What to do with this message")
    await menu.click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Delete").press("Enter")
    no = dialog.get_by_role("button", name="Cancel")
    await expect(no).to_be_focused()
    await expect(no).to_have_accessible_description("Delete this message? It goes for everybody.")
    assert await barriers(page) == []
    await page.keyboard.press("Enter")
    await expect(dialog).to_have_count(0)
    await expect(page.locator(".mine")).to_have_count(1)
    await expect(menu).to_be_focused()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("sent", ["words", "place"])
async def test_a_double_tap_deletes_nothing(
    page: Page, place: Neighbourhood, width: int, sent: str
) -> None:
    await page.set_viewport_size({"width": width, "height": 844})
    draft = Draft(text="the lamp is out") if sent == "words" else Draft(location=Location(30, 120))
    place.sandbox.send(place.mei, place.group, draft)
    menu = page.locator(".mine").get_by_role("button", name="What to do with this message")
    await menu.click()
    await page.get_by_role("button", name="Delete").dblclick()
    await expect(menu).to_have_count(1)
    await page.keyboard.press("Escape")
    place.sandbox.say(place.li, place.group, "still there?")
    await expect(page.locator(".words").last).to_have_text("still there?")
    await expect(menu).to_have_count(1)


async def test_somebody_elses_message_offers_neither(page: Page, place: Neighbourhood) -> None:
    said = place.sandbox.say(place.li, place.group, "Mine")
    await page.locator(f"#m{said.id}").click(button="right")
    menu = page.get_by_role("dialog")
    await expect(menu.get_by_role("button", name="Reply")).to_be_visible()
    await expect(menu.get_by_role("button", name="Edit")).to_have_count(0)
    await expect(menu.get_by_role("button", name="Delete")).to_have_count(0)


async def test_a_reaction_is_given_and_taken_back(page: Page, place: Neighbourhood) -> None:
    said = place.sandbox.say(place.li, place.group, "Repaired")
    row = page.locator(f"#m{said.id}")
    await row.get_by_role("button", name="What to do with this message").click()
    await page.get_by_role("button", name="React with 👍").click()
    await expect(row.locator(".reaction")).to_have_text("👍 1")
    await row.locator(".reaction").click()
    await expect(row.locator(".reaction")).to_have_count(0)


async def test_a_hashtag_lists_its_messages_and_leads_to_them(
    page: Page, place: Neighbourhood
) -> None:
    place.sandbox.say(place.li, place.group, "About #Case1 yesterday")
    await say(page, "#issue the lamp is out")
    await page.locator(".from-bot a.hashtag").click()
    found = page.get_by_role("dialog").locator(".found-row")
    await expect(found).to_have_count(2)
    await found.filter(has_text="yesterday").click()
    await expect(page.locator(".message:focus")).to_contain_text("yesterday")


async def test_commands_are_suggested_and_taken_by_the_keyboard(page: Page) -> None:
    line = page.locator(LINE)
    await line.press_sequentially("/")
    await line.press("Escape")
    await expect(line).to_have_value("")
    await line.press_sequentially("/")
    await expect(page.get_by_role("option")).to_have_count(2)
    await line.press_sequentially("s")
    await expect(page.get_by_role("option")).to_have_text("/statsHow fast")
    await line.press("Enter")
    await expect(line).to_have_value("/stats ")
    await line.press("Enter")
    await expect(page.locator(".from-bot .words")).to_have_text("Two of three in time")


async def test_all_is_said_by_the_keyboard_alone(page: Page) -> None:
    await expect(page.locator(".chat").first).to_be_visible()
    await page.keyboard.press("Tab")
    await expect(page.locator("#skip")).to_be_focused()
    await page.keyboard.press("Enter")
    await page.keyboard.type("#issue by hand")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="Accept")).to_be_visible()
    await page.get_by_role("log").focus()
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Tab")
    await expect(page.locator(".from-bot .quoted")).to_be_focused()
    for reached in ("#case1", "Accept"):
        await page.keyboard.press("Tab")
        await expect(page.locator(":focus")).to_have_text(reached)
    await page.keyboard.press("Enter")
    await expect(page.locator(".toast")).to_have_text("accepted by Mei")


async def test_names_and_texts_are_shown_as_they_are_written(
    browser: Browser, place: Neighbourhood
) -> None:
    wicked = "<img src=x onerror=alert(1)> <b>not bold</b> javascript:alert(1)"
    place.sandbox.say(place.li, place.group, wicked)
    page = await window(browser, Look(language="en"))
    await page.goto(f"{place.sandbox.url}/#as={place.mei.id}&chat={place.group.id}")
    await expect(page.locator(".words")).to_have_text(wicked)
    await expect(page.locator(".words img, .words b, .words a")).to_have_count(0)
