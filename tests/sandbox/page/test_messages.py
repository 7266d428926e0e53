"""How a message stands in the chat: quotes, forwards, hidden words, pins, hidden administrators."""

from playwright.async_api import Page, expect

from sandbox import Draft, Entity
from tests.sandbox.neighbourhood import Client, Neighbourhood


async def test_an_answer_quotes_the_words_it_is_about(page: Page, place: Neighbourhood) -> None:
    asked = place.sandbox.say(place.li, place.group, "Which building, and which floor?")
    answer = Draft(text="The third", reply_to=asked, quote="which floor")
    place.sandbox.send(place.mei, place.group, answer)
    await expect(page.locator(".mine .quoted-text")).to_have_text("which floor")


async def test_a_quote_follows_its_original(page: Page, place: Neighbourhood) -> None:
    asked = place.sandbox.say(place.li, place.group, "Which bilding?")
    place.sandbox.send(place.mei, place.group, Draft(text="Building 2", reply_to=asked))
    quoted = page.locator(".mine .quoted-text")
    await expect(quoted).to_have_text("Which bilding?")
    edited = place.sandbox.edit(place.li, asked, "Which building?")
    await expect(quoted).to_have_text("Which building?")
    place.sandbox.delete(edited)
    await expect(page.locator(".mine .quoted")).to_have_count(0)


async def test_a_forward_names_who_said_it_first(page: Page, place: Neighbourhood) -> None:
    said = place.sandbox.say(place.li, place.group, "The water is off tonight")
    place.sandbox.send(place.mei, place.group, Draft(forwarded=said))
    mine = page.locator(".mine")
    await expect(mine.locator(".forwarded")).to_have_text("Forwarded from Li Wei")
    await expect(mine.locator(".words")).to_have_text("The water is off tonight")


async def test_hidden_words_are_shown_on_demand(page: Page, place: Neighbourhood) -> None:
    marks = (Entity("spoiler", 8, 4),)
    place.sandbox.send(place.li, place.group, Draft(text="She got five", marks=marks))
    hidden = page.get_by_role("button", name="Hidden words: show them")
    await expect(page.locator(".spoiler-text")).to_be_hidden()
    await expect(page.locator(".chat[aria-current] .chat-last")).to_have_text(
        "Li Wei: She got ▒▒▒▒"
    )
    await hidden.press("Enter")
    await expect(hidden).to_have_count(0)
    await expect(page.locator(".words")).to_have_text("She got five")


async def test_a_pin_leads_to_its_message_and_goes_with_it(
    page: Page, place: Neighbourhood, client: Client
) -> None:
    rules = place.sandbox.say(place.li, place.group, "The rules of the house")
    for number in range(30):
        place.sandbox.say(place.li, place.group, f"Line {number}")
    place.sandbox.promote(place.group, place.bot)
    pinned = {"chat_id": place.group.id, "message_id": rules.id}
    await client.call("pinChatMessage", **pinned)
    pin = page.get_by_role("button", name="Pinned")
    await pin.click()
    await expect(page.locator(f"#m{rules.id}")).to_be_focused()
    place.sandbox.delete(rules)
    await expect(pin).to_have_count(0)


async def test_a_hidden_administrator_is_no_bot(page: Page, place: Neighbourhood) -> None:
    place.sandbox.promote(place.group, place.li, anonymous=True)
    said = place.sandbox.say(place.li, place.group, "The office is closed")
    row = page.locator(f"#m{said.id}")
    await expect(row.locator(".name")).to_have_text("翠苑三区")
    await expect(row.locator(".badge")).to_have_count(0)
    await expect(row.locator(".icon-bot")).to_have_count(0)


async def test_older_messages_come_though_all_others_are_deleted(
    page: Page, place: Neighbourhood
) -> None:
    said = [place.sandbox.say(place.mei, place.group, f"Line {n}") for n in range(200)]
    await page.reload()
    await expect(page.locator(".words").last).to_have_text("Line 199")
    first = await page.locator(".message").first.get_attribute("id")
    loaded = [each for each in said if each.id >= int(str(first)[1:])]
    for message in loaded:
        place.sandbox.delete(message)
    await expect(page.get_by_text("Line 199", exact=True)).to_have_count(0)
    await page.locator(".scroller").dispatch_event("scroll")
    left = [each for each in said if each not in loaded]
    await expect(page.locator(".words").last).to_have_text(left[-1].text)
