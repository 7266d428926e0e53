"""Who one is: switched with one tap, kept in the address, two windows as two people."""

import re

import pytest
from playwright.async_api import Browser, Page, expect

from sandbox import Guide, Persona, Words
from tests.browser import Look, window
from tests.sandbox.neighbourhood import Neighbourhood
from tests.sandbox.page.porter import Porter

LINE = "#line"
PRIVATE = '.chat[data-chat*=":"]'


async def test_one_tap_makes_one_somebody_else(page: Page, place: Neighbourhood) -> None:
    place.sandbox.guide = Guide(
        (
            Persona(place.mei, Words("居民", "Resident")),
            Persona(place.li, Words("网格长", "Grid leader")),
        ),
        (),
        "en",
        "Asia/Shanghai",
    )
    leader = page.locator(".persona").filter(has_text="Li Wei")
    await expect(leader).to_contain_text("Grid leader")
    await leader.click()
    await expect(leader).to_have_attribute("aria-pressed", "true")
    await page.locator(LINE).fill("I am the leader")
    await page.locator(LINE).press("Enter")
    await expect(page.locator(".mine .words")).to_have_text("I am the leader")
    await place.sandbox.until(lambda: _said(place) == [("Li Wei", "I am the leader")])


async def test_the_keyboard_stays_where_it_was_after_a_switch(page: Page) -> None:
    leader = page.locator(".persona").filter(has_text="Li Wei")
    await leader.focus()
    await page.keyboard.press("Enter")
    await expect(leader).to_have_attribute("aria-pressed", "true")
    await expect(leader).to_be_focused()
    await page.get_by_role("button", name="One hour later").focus()
    await page.keyboard.press("Enter")
    await expect(page.locator(".meanwhile")).to_be_visible()
    await expect(page.get_by_role("button", name="One hour later")).to_be_focused()


async def test_a_reload_keeps_person_chat_and_language(page: Page, place: Neighbourhood) -> None:
    await page.locator(PRIVATE).click()
    await page.get_by_role("button", name="中文").click()
    await page.reload()
    await expect(page.locator(".persona[aria-pressed=true]")).to_contain_text("Mei Wang")
    await expect(page.locator(".room-title")).to_have_text("Gridward")
    await expect(page.locator(".list-title")).to_have_text("聊天")
    await expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    assert f"as={place.mei.id}" in page.url


async def test_light_and_dark_are_chosen_and_kept(page: Page) -> None:
    light = page.get_by_role("button", name="Light or dark")
    for kind in ("light", "dark"):
        await light.click()
        await expect(page.locator("html")).to_have_attribute("data-light", kind)
        await expect(light).to_have_accessible_name(f"Light or dark: {kind}")
    await page.reload()
    await expect(page.locator("html")).to_have_attribute("data-light", "dark")


@pytest.mark.usefixtures("porter")
async def test_two_windows_are_two_people(browser: Browser, place: Neighbourhood) -> None:
    mei, li = [await window(browser, Look(language="en")) for _ in range(2)]
    await mei.goto(f"{place.sandbox.url}/#as={place.mei.id}&chat={place.group.id}")
    await li.goto(f"{place.sandbox.url}/#as={place.li.id}&chat={place.group.id}")
    await mei.locator(LINE).fill("#issue the lamp is out")
    await mei.locator(LINE).press("Enter")
    await li.get_by_role("button", name="Accept").click()
    await expect(li.locator(".toast")).to_have_text("accepted by Li")
    await expect(mei.locator(".from-bot .words")).to_have_text("№1 accepted by Li")
    await expect(mei.locator(".toast")).to_have_count(0)


async def test_unread_messages_are_counted_and_marked(page: Page, place: Neighbourhood) -> None:
    await page.locator(PRIVATE).click()
    await expect(page.locator(".room-title")).to_have_text("Gridward")
    for number in range(2):
        place.sandbox.say(place.li, place.group, f"News {number}")
    group = page.locator(".chat").filter(has_text="翠苑三区")
    await expect(group.locator(".count")).to_have_text("2")
    await expect(page).to_have_title(re.compile(r"^\(2\)"))
    await group.click()
    await expect(page.locator(".unread-line + .message")).to_contain_text("News 0")
    await expect(group.locator(".count")).to_have_count(0)


async def test_who_comes_while_people_are_looked_through_is_among_them(
    page: Page, place: Neighbourhood
) -> None:
    await page.get_by_role("button", name="Somebody else").click()
    await page.get_by_role("searchbox").fill("zhao")
    place.sandbox.add_person("Zhao Xin", language="en")
    await page.get_by_role("dialog").get_by_role("button", name="Zhao Xin").click()
    await expect(page.locator(".persona[aria-pressed=true]")).to_contain_text("Zhao Xin")


async def test_a_newcomer_joins_a_group(page: Page, place: Neighbourhood) -> None:
    newcomer = place.sandbox.add_person("Zhao Xin", language="en")
    await page.get_by_role("button", name="Somebody else").click()
    await page.get_by_role("searchbox").fill("zhao")
    await page.get_by_role("dialog").get_by_role("button", name="Zhao Xin").click()
    await page.get_by_role("button", name="Join 翠苑三区").click()
    await expect(page.locator(".service").last).to_have_text("Zhao Xin joined the group")
    assert place.group.member(newcomer).is_present


async def test_a_bot_is_begun_with_one_button(
    page: Page, porter: Porter, place: Neighbourhood
) -> None:
    await page.locator(PRIVATE).click()
    await expect(page.locator(LINE)).to_be_hidden()
    await page.get_by_role("button", name="Start", exact=True).click()
    await expect(page.locator(".mine .words")).to_have_text("/start")
    await expect(page.locator(LINE)).to_be_visible()
    await place.sandbox.until(lambda: "/start" in porter.heard)


async def test_a_person_and_a_group_come_into_an_empty_world(
    browser: Browser, place: Neighbourhood
) -> None:
    page = await window(browser, Look(language="en"))
    await page.goto(place.sandbox.url)
    await page.get_by_role("button", name="Somebody else").click()
    await page.get_by_label("Name", exact=True).fill("Chen Dong")
    await page.get_by_role("button", name="Add and be them").click()
    await expect(page.locator(".persona[aria-pressed=true]")).to_contain_text("Chen Dong")
    await page.get_by_role("button", name="New group").click()
    for name in ("  ", "Block 5"):
        await page.get_by_label("Name of the group").fill(name)
        await page.get_by_role("button", name="Create").click()
    await page.locator(".room-about").click()
    await expect(page.get_by_role("button", name="Leave the group")).to_have_count(0)
    await page.get_by_label("Let somebody in").select_option("Gridward")
    await page.get_by_role("dialog").get_by_role("button", name="Add").click()
    await expect(page.locator(".service").last).to_have_text("Chen Dong added Gridward")


def _said(place: Neighbourhood) -> list[tuple[str, str]]:
    said = place.sandbox.messages(place.group)
    return [(each.sender.name, each.text) for each in said if each.text]
