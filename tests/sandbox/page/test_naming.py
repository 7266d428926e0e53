"""Whoever has no username is named after "@" all the same, and stays named while one writes on."""

from playwright.async_api import Page, expect

from sandbox import User
from tests.browser import barriers
from tests.sandbox.neighbourhood import Neighbourhood

LINE = "#line"


def _named(place: Neighbourhood) -> list[tuple[int, int, User | None]]:
    said = place.sandbox.messages(place.group)[-1]
    marks = [mark for mark in said.body.entities if mark.type == "text_mention"]
    return [(mark.offset, mark.length, mark.user) for mark in marks]


async def came(page: Page, place: Neighbourhood, name: str) -> User:
    """Let somebody without a username come into the group, and wait until the page knows."""
    person = place.sandbox.add_person(name)
    place.sandbox.add_member(place.group, person)
    await expect(page.locator(".room-about")).to_contain_text("4 members")
    return person


async def test_everybody_else_in_the_group_is_offered(page: Page, place: Neighbourhood) -> None:
    hong = await came(page, place, "李红")
    await page.locator(LINE).press_sequentially("请问，@李")
    offer = page.get_by_role("option")
    await expect(offer).to_have_text("李红")
    assert await barriers(page) == []
    await page.keyboard.press("Enter")
    await expect(page.locator(LINE)).to_have_value("请问，李红 ")
    await page.keyboard.type("在吗")
    await page.keyboard.press("Enter")
    await page.locator(".mine a.text_mention").click()
    await expect(page.get_by_role("dialog", name="李红")).to_be_visible()
    assert _named(place) == [(3, 2, hong)]


async def test_the_name_stays_theirs_while_words_around_it_change(
    page: Page, place: Neighbourhood
) -> None:
    wei = await came(page, place, "Wei Li")
    line = page.locator(LINE)
    await line.press_sequentially("@wei l")
    await page.get_by_role("option", name="Wei Li").click()
    await page.keyboard.press("Home")
    # It begins as the name does.
    await page.keyboard.type("  We ask ")
    await page.locator('.chat[data-chat*=":"]').click()
    await page.locator('.chat:not([data-chat*=":"])').click()
    await expect(line).to_have_value("  We ask Wei Li ")
    await line.press("Enter")
    mine = page.locator(".mine")
    await expect(mine.locator("a.text_mention")).to_have_text("Wei Li")
    assert _named(place) == [(7, 6, wei)]
    await mine.get_by_role("button", name="What to do with this message").click()
    await page.get_by_role("button", name="Edit").click()
    await page.keyboard.press("Home")
    await page.keyboard.type("Do w")
    await page.keyboard.press("Delete")
    await page.keyboard.press("Enter")
    await expect(mine.locator(".words")).to_have_text("Do we ask Wei Li")
    assert _named(place) == [(10, 6, wei)]


async def test_a_name_that_is_changed_is_nobodys(page: Page, place: Neighbourhood) -> None:
    await came(page, place, "Wei Li")
    await page.locator(LINE).press_sequentially("@wei")
    await page.get_by_role("option", name="Wei Li").click()
    await page.keyboard.press("Backspace")
    await page.keyboard.press("Backspace")
    await page.keyboard.type("n")
    await page.keyboard.press("Enter")
    await expect(page.locator(".mine .words")).to_have_text("Wei Ln")
    assert _named(place) == []


async def test_whoever_was_named_by_a_username_is_offered_no_more(
    page: Page, place: Neighbourhood
) -> None:
    chen = place.sandbox.add_person("Chen Dong", username="chen")
    place.sandbox.add_member(place.group, chen)
    await expect(page.locator(".room-about")).to_contain_text("4 members")
    line = page.locator(LINE)
    await line.press_sequentially("Ask @chen")
    await page.keyboard.press("Enter")
    await line.press_sequentially("d")
    await expect(page.get_by_role("option")).to_have_count(0)
    await page.keyboard.press("Enter")
    await expect(page.locator(".mine .words")).to_have_text("Ask @chen d")
