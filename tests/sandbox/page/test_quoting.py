"""Selected words of a message: its menu quotes them, and copies them alone."""

import pytest
from playwright.async_api import Locator, Page, Position, expect

from sandbox import Draft, Entity
from tests.browser import barriers
from tests.sandbox.neighbourhood import Neighbourhood

MENU = "What to do with this message"
START = Position(x=12, y=12)
SELECT = """(node, [from, to]) => {
  const text = node.firstChild;
  getSelection().setBaseAndExtent(text, from, text, to);
}"""
# As an input method does, which a page cannot keep from writing.
COMPOSED = "(it) => { it.value = 'I agree'; it.dispatchEvent(new InputEvent('input')); }"
KEEP_COPIED = (
    "Object.assign(navigator.clipboard, { writeText: async (text) => (window.copied = text) })"
)


async def asked(page: Page, place: Neighbourhood, text: str = "Where exactly is it?") -> Locator:
    """Let Li ask something, and return it as it stands in the chat."""
    said = place.sandbox.say(place.li, place.group, text)
    words = page.locator(f"#m{said.id} .words")
    await expect(words).to_have_text(text)
    return words


async def test_a_right_click_on_selected_words_quotes_them(
    page: Page, place: Neighbourhood
) -> None:
    words = await asked(page, place)
    await words.dblclick(position=START)
    await words.click(button="right", position=START)
    assert await barriers(page) == []
    await page.get_by_role("button", name="Quote", exact=True).click()
    about = page.locator(".about-words")
    await expect(about.locator("b")).to_have_text("Quote from Li Wei")
    await expect(about.locator("span")).to_have_text("Where")
    await page.keyboard.type("At the gate")
    await page.keyboard.press("Enter")
    await expect(page.locator(".mine .quoted-text")).to_have_text("Where")
    answer = place.sandbox.messages(place.group)[-1]
    assert (answer.text, answer.quote) == ("At the gate", "Where")
    await expect(page.locator(".about")).to_be_hidden()


@pytest.mark.parametrize("way", ["button", "Enter"])
async def test_the_menu_button_and_the_keyboard_quote_too(
    page: Page, place: Neighbourhood, way: str
) -> None:
    words = await asked(page, place)
    row = words.locator("xpath=ancestor::li")
    await row.focus()
    await words.evaluate(SELECT, [6, 13])
    if way == "button":
        await row.get_by_role("button", name=MENU).click()
    else:
        await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="Quote", exact=True)).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator(".about-words span")).to_have_text("exactly")


async def test_words_to_quote_can_be_selected_in_the_menu(page: Page, place: Neighbourhood) -> None:
    words = await asked(page, place)
    await words.locator("xpath=ancestor::li").press("Enter")
    await page.get_by_role("button", name="Quote a part").click()
    field = page.get_by_role("textbox", name="Select the words to quote.")
    await expect(field).to_be_focused()
    assert await barriers(page) == []
    await page.keyboard.type("?")
    await field.evaluate(COMPOSED)
    await expect(field).to_have_value("Where exactly is it?")
    await page.keyboard.press("Home")
    for _ in "Where":
        await page.keyboard.press("Shift+ArrowRight")
    await page.get_by_role("button", name="Quote", exact=True).click()
    await expect(page.locator(".about-words span")).to_have_text("Where")
    await expect(page.locator("#line")).to_be_focused()


async def test_selected_words_are_copied_alone(page: Page, place: Neighbourhood) -> None:
    await page.evaluate(KEEP_COPIED)
    words = await asked(page, place)
    await words.evaluate(SELECT, [6, 13])
    await page.get_by_role("button", name=MENU).last.click()
    await page.get_by_role("button", name="Copy the selected words").click()
    await expect(page.locator(".toast")).to_have_text("Copied")
    assert await page.evaluate("window.copied") == "exactly"


async def test_words_stay_selected_while_nothing_changes_them(
    page: Page, place: Neighbourhood
) -> None:
    first = place.sandbox.say(place.li, place.group, "The lamp is out")
    second = place.sandbox.say(place.mei, place.group, "Again", reply_to=first)
    third = place.sandbox.say(place.li, place.group, "Where exactly is it?", reply_to=second)
    words = page.locator(f"#m{third.id} .words")
    await words.evaluate(SELECT, [6, 13])
    for emoji in ("👍", ""):
        place.sandbox.react(place.li, third, emoji)
    place.sandbox.react(place.li, second, "👍")
    await asked(page, place, "Nobody knows")
    assert await page.evaluate("String(getSelection())") == "exactly"


async def test_words_of_another_message_are_not_quoted(page: Page, place: Neighbourhood) -> None:
    words = await asked(page, place)
    await asked(page, place, "Nobody knows")
    await words.evaluate(SELECT, [6, 13])
    await page.get_by_role("button", name=MENU).last.click()
    await expect(page.get_by_role("button", name="Reply")).to_be_visible()
    await expect(page.get_by_role("button", name="Quote", exact=True)).to_have_count(0)


async def test_hidden_words_are_not_quoted(page: Page, place: Neighbourhood) -> None:
    marks = (Entity("spoiler", 8, 4),)
    said = place.sandbox.send(place.li, place.group, Draft(text="She got five", marks=marks))
    for selected in (".words", ".spoiler"):
        await page.locator(f"#m{said.id} {selected}").evaluate(
            "(it) => getSelection().selectAllChildren(it)"
        )
        await page.get_by_role("button", name=MENU).last.click()
        await expect(page.get_by_role("button", name="Reply")).to_be_visible()
        await expect(page.get_by_role("button", name="Quote")).to_have_count(0)
        await page.keyboard.press("Escape")


async def test_with_shift_a_right_click_is_the_browsers_own(
    page: Page, place: Neighbourhood
) -> None:
    words = await asked(page, place)
    await words.click(button="right", modifiers=["Shift"])
    await expect(page.get_by_role("dialog")).to_have_count(0)
