"""The messages by keyboard: one tab stop, walked with the arrows, and what is in one with Tab."""

from playwright.async_api import Page, expect

from tests.browser import barriers
from tests.sandbox.neighbourhood import Client, Neighbourhood

KEYS = {"inline_keyboard": [[{"text": "Accept", "callback_data": "accept:1"}]]}
STOPS = (
    "() => [...document.querySelectorAll('.message, .message a, .message button')]"
    ".filter((node) => node.tabIndex === 0).map((node) => node.textContent)"
)


async def talk(place: Neighbourhood, client: Client, page: Page) -> None:
    """Say three things that can all be tapped, and wait until they are seen."""
    for text in ("first #one", "second #two"):
        place.sandbox.say(place.li, place.group, text)
    await client.call("sendMessage", chat_id=place.group.id, text="third", reply_markup=KEYS)
    await expect(page.locator(".words")).to_have_text(["first #one", "second #two", "third"])


async def tab(page: Page, *reached: str) -> None:
    """Press Tab until each of these has had the focus."""
    for name in reached:
        await page.keyboard.press("Tab")
        await expect(page.locator(":focus")).to_have_accessible_name(name)


async def test_all_messages_are_one_tab_stop_with_what_is_in_it(
    page: Page, place: Neighbourhood, client: Client
) -> None:
    await talk(place, client, page)
    await page.locator("button.room-about").focus()
    await page.keyboard.press("Tab")
    await expect(page.locator(".message:focus")).to_contain_text("third")
    await tab(page, "Accept", "What to do with this message", "Commands")
    assert await barriers(page) == []


async def test_the_arrows_home_and_end_walk_and_tab_comes_back_to_where_one_was(
    page: Page, place: Neighbourhood, client: Client
) -> None:
    await talk(place, client, page)
    here = page.locator(".message:focus")
    await page.get_by_role("log").focus()
    for key, reached in (("ArrowUp", "third"), ("Home", "first"), ("End", "third")):
        await page.keyboard.press(key)
        await expect(here).to_contain_text(reached)
    await page.keyboard.press("ArrowUp")
    await expect(here).to_contain_text("second")
    row, *inside = await page.evaluate(STOPS)
    assert row.startswith("second")
    assert inside == ["#two", ""]
    await page.keyboard.press("Escape")
    await expect(page.locator("#line")).to_be_focused()
    place.sandbox.say(place.li, place.group, "fourth")
    await expect(page.locator(".words").last).to_have_text("fourth")
    await page.locator("button.room-about").focus()
    await page.keyboard.press("Tab")
    await expect(here).to_contain_text("second")
    await tab(page, "#two", "What to do with this message")


async def test_tab_leads_to_the_message_read_last(page: Page, place: Neighbourhood) -> None:
    place.sandbox.say(place.li, place.group, "read")
    await expect(page.locator(".words")).to_have_text(["read"])
    await page.locator(".chat").nth(1).click()
    for number in range(20):
        place.sandbox.say(place.li, place.group, f"unread {number}")
    group = page.locator(".chat").first
    await expect(group.locator(".count")).to_have_text("20")
    await group.click()
    await expect(page.locator(".unread-line")).to_be_visible()
    await page.locator("button.room-about").focus()
    await page.keyboard.press("Tab")
    await expect(page.locator(".message:focus .words")).to_have_text("read")
    await page.keyboard.press("ArrowDown")
    await expect(page.locator(".message:focus .words")).to_have_text("unread 0")


async def test_what_is_out_of_the_tab_order_can_be_tapped_and_is_then_in_it(
    page: Page, place: Neighbourhood, client: Client
) -> None:
    await talk(place, client, page)
    menu = page.get_by_role("button", name="What to do with this message").first
    await expect(menu).to_have_js_property("tabIndex", -1)
    await menu.click()
    await page.keyboard.press("Escape")
    await expect(menu).to_be_focused()
    await expect(menu).to_have_js_property("tabIndex", 0)


async def test_when_the_message_in_focus_goes_its_neighbour_has_the_focus(
    page: Page, place: Neighbourhood, client: Client
) -> None:
    await talk(place, client, page)
    second = place.sandbox.messages(place.group)[-2]
    await page.locator(f"#m{second.id}").focus()
    place.sandbox.delete(second)
    await expect(page.locator(".message:focus")).to_contain_text("third")


async def test_a_chat_without_messages_is_scrolled_by_keyboard(
    page: Page, place: Neighbourhood
) -> None:
    for number in range(30):
        place.sandbox.add_member(place.group, place.sandbox.add_person(f"Neighbour {number}"))
    await expect(page.locator(".service").last).to_contain_text("Neighbour 29")
    await expect(page.locator(".message")).to_have_count(0)
    assert await barriers(page) == []
    await page.locator("button.room-about").focus()
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("log")).to_be_focused()
    place.sandbox.say(place.li, place.group, "Welcome")
    await expect(page.get_by_role("log")).to_have_js_property("tabIndex", -1)
