"""Nobody is kept out: axe-core finds nothing, large type holds, every target is large enough."""

from dataclasses import replace

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from sandbox import Draft, Entity, Guide, Persona, Step, Upload, Words
from tests.browser import Look, barriers, window
from tests.sandbox.neighbourhood import Client, Neighbourhood
from tests.sandbox.pictures import png

LOOKS = [
    Look(width=width, language=language, light=light)
    for width in (390, 1280)
    for language in ("zh", "en")
    for light in ("light", "dark")
]
SMALL = """() => [...document.querySelectorAll("button, select, input, textarea, summary, .key")]
  .filter((node) => node.checkVisibility() && node.id !== "group-forum")
  .map((node) => [node.getBoundingClientRect(), node.outerHTML.slice(0, 120)])
  .filter(([box]) => box.height < 43.5 || box.width < 43.5)
  .map(([, html]) => html)"""
TOO_WIDE = "() => document.documentElement.scrollWidth - innerWidth"
TOO_HIGH = "() => document.documentElement.scrollHeight - innerHeight"
# On how many lines a word stands that is a node's whole text.
BROKEN = """(word) => {
  const nodes = document.querySelectorAll(".chat-title, .key");
  const node = [...nodes].find((each) => each.checkVisibility() && each.firstChild.data === word);
  const range = document.createRange();
  range.selectNodeContents(node.firstChild);
  return new Set([...range.getClientRects()].map((box) => box.top)).size;
}"""
WIDE = 960  # pixels


async def lived_in(place: Neighbourhood, client: Client) -> None:
    """Let there be something of every kind in the group."""
    sandbox = place.sandbox
    marks = (Entity("bold", 0, 3), Entity("code", 4, 2), Entity("spoiler", 7, 4))
    said = sandbox.send(place.li, place.group, Draft(text="the №1 lamp #issue", marks=marks))
    sandbox.send(place.mei, place.group, Draft(text="Building 2", reply_to=said))
    sandbox.react(place.mei, said, ["👍"])
    photo = Upload("lamp.png", png(60, 40))
    for _ in range(3):
        sandbox.send(place.mei, place.group, Draft(photo=photo, album="a"))
    file = Upload("a.csv", b"1", "text/csv")
    sandbox.send(place.li, place.group, Draft(document=file))
    keys = [[{"text": "Accept", "callback_data": "a"}, {"text": "More", "url": "https://e.org"}]]
    markup = {"inline_keyboard": keys}
    await client.call("sendMessage", chat_id=place.group.id, text="№1", reply_markup=markup)
    persona = Persona(place.mei, Words("居民", "Resident"))
    step = Step(Words("说", "Say"), Words("说一句", "Say it"), persona, place.group, "#问题 灯")
    sandbox.guide = Guide((persona,), (step,), "zh", "Asia/Shanghai")


async def opened(browser: Browser, place: Neighbourhood, look: Look) -> Page:
    """Open the group in a window."""
    page = await window(browser, look)
    language = f"&lang={look.language}"
    await page.goto(f"{place.sandbox.url}/#as={place.mei.id}&chat={place.group.id}{language}")
    await expect(page.locator(".key").first).to_be_visible()
    return page


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.width}{look.language}{look.light}")
async def test_axe_finds_no_barrier(
    browser: Browser, place: Neighbourhood, client: Client, look: Look
) -> None:
    await lived_in(place, client)
    page = await opened(browser, place, look)
    assert await barriers(page) == []
    await page.locator(".more").last.click()
    assert await barriers(page) == []
    await page.keyboard.press("Escape")
    if look.width < WIDE:
        await page.locator(".clock").click()
        assert await barriers(page) == []
        await page.keyboard.press("Escape")
        await page.locator(".back").click()
        await expect(page.locator(".chat").first).to_be_visible()
        assert await barriers(page) == []


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_axe_finds_no_barrier_in_what_opens(
    browser: Browser, place: Neighbourhood, client: Client, language: str
) -> None:
    await lived_in(place, client)
    await client.call("setMyCommands", commands=[{"command": "stats", "description": "x"}])
    page = await opened(browser, place, Look(language=language))
    await page.locator(".faults summary").click()
    for opening in (".room-about", ".persona-other", ".others .quiet", "a.hashtag", ".picture"):
        await page.locator(opening).first.click()
        await expect(page.get_by_role("dialog")).to_be_visible()
        assert await barriers(page) == []
        await page.keyboard.press("Escape")
        await expect(page.get_by_role("dialog")).to_have_count(0)
    await page.locator("#line").press_sequentially("/")
    await expect(page.get_by_role("option")).to_be_visible()
    assert await barriers(page) == []


async def test_a_phone_shows_one_thing_at_a_time(
    browser: Browser, place: Neighbourhood, client: Client
) -> None:
    await lived_in(place, client)
    page = await opened(browser, place, Look(width=390, language="en"))
    back = page.get_by_role("button", name="Back to the chats")
    await back.click()
    group = page.locator(".chat").first
    await expect(group).to_be_focused()
    await expect(page.locator("#line")).to_be_hidden()
    await group.press("Enter")
    await expect(back).to_be_focused()
    await page.locator(".clock").click()
    panel = page.get_by_role("complementary", name="Time and tools")
    await expect(panel.get_by_role("button", name="Close")).to_be_focused()
    for behind in ("#skip", ".top", ".main", ".tour"):
        await expect(page.locator(behind)).to_have_js_property("inert", True)  # noqa: FBT003
    await page.keyboard.press("Escape")
    await expect(panel).to_be_hidden()
    await expect(page.locator(".clock")).to_be_focused()


async def test_a_refusal_in_a_dialog_is_heard_in_ones_own_language(
    browser: Browser, place: Neighbourhood, client: Client
) -> None:
    await lived_in(place, client)
    page = await opened(browser, place, Look(language="zh"))
    await page.locator(".persona-other").click()
    await page.route("**/control/people", lambda route: route.abort())
    await page.get_by_label("姓名", exact=True).fill("赵新")
    await page.get_by_role("button", name="添加并切换为此人").click()
    heard = page.get_by_role("dialog").get_by_role("status")
    await expect(heard).to_have_text("没有成功：服务没有回应。")


async def test_a_long_press_opens_one_menu(
    browser: Browser, place: Neighbourhood, client: Client
) -> None:
    await lived_in(place, client)
    page = await opened(browser, place, Look(width=390, language="en"))
    message = page.locator(".message").last
    await message.dispatch_event("pointerdown", {"pointerType": "touch", "bubbles": True})
    menu = page.get_by_role("dialog", name="This message")
    await expect(menu).to_be_visible()
    await message.dispatch_event("contextmenu", {"bubbles": True})
    await expect(menu).to_have_count(1)


@pytest.mark.parametrize("width", [390, 1280])
async def test_every_target_is_large_enough_for_a_thumb(
    browser: Browser, place: Neighbourhood, client: Client, width: int
) -> None:
    await lived_in(place, client)
    page = await opened(browser, place, Look(width=width, language="en"))
    assert await page.evaluate(SMALL) == []
    openings = [".more", ".room-about", ".persona-other", "a.hashtag", ".picture"]
    for opening in openings:
        await page.locator(opening).first.click()
        await expect(page.get_by_role("dialog")).to_be_visible()
        assert await page.evaluate(SMALL) == [], opening
        await page.keyboard.press("Escape")
    if width < WIDE:
        await page.locator(".clock").click()
    await page.locator(".faults summary").click()
    assert await page.evaluate(SMALL) == []
    if width < WIDE:
        await page.keyboard.press("Escape")
        await page.locator(".back").click()
        await expect(page.locator(".chat").first).to_be_visible()
        assert await page.evaluate(SMALL) == []


@pytest.mark.parametrize("width", [390, 1280])
async def test_twice_as_large_type_loses_nothing(
    browser: Browser, place: Neighbourhood, client: Client, width: int
) -> None:
    await lived_in(place, client)
    page = await opened(browser, place, Look(width=width, language="en"))
    await page.evaluate("document.documentElement.style.fontSize = '212.5%'")
    assert await page.evaluate(TOO_WIDE) <= 0
    await _all_in_reach(page.locator(".tour button"))
    await page.locator("#line").fill("#issue large")
    await page.get_by_role("button", name="Send", exact=True).click()
    await expect(page.locator(".mine").last).to_contain_text("large")
    if width < WIDE:
        await page.locator(".back").click()
    await _all_in_reach(page.locator(".chat-title"))
    assert await page.evaluate(BROKEN, "Gridward") == 1


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("enlarged", ["type", "page"])
async def test_on_a_phone_twice_as_large_only_what_is_read_scrolls(
    browser: Browser, place: Neighbourhood, client: Client, language: str, enlarged: str
) -> None:
    await lived_in(place, client)
    page = await opened(browser, place, Look(width=390, language=language))
    if enlarged == "type":
        await page.evaluate("document.documentElement.style.fontSize = '200%'")
    else:
        await page.set_viewport_size({"width": 195, "height": 422})
    for shown in (".persona", ".room-name", "#line", ".send"):
        await expect(page.locator(shown).first).to_be_in_viewport(ratio=0.9)
    assert await page.locator(".scroller").evaluate("(it) => it.clientHeight / innerHeight") > 0.2
    await _document_is_still(page)
    await page.locator(".back").click()
    await expect(page.locator(".chat-title").first).to_be_in_viewport()
    await _document_is_still(page)


async def test_a_phone_on_its_side_shows_the_whole_tour(
    browser: Browser, place: Neighbourhood, client: Client
) -> None:
    await lived_in(place, client)
    page = await opened(browser, place, Look(width=844, language="en"))
    await page.set_viewport_size({"width": 844, "height": 390})
    card = page.locator(".tour")
    assert await card.evaluate("(it) => it.scrollHeight - it.clientHeight") <= 0
    below = await page.locator(".room").evaluate("(it) => it.getBoundingClientRect().top")
    assert await card.evaluate("(it) => it.getBoundingClientRect().bottom") <= below


async def test_a_window_scrolls_only_where_something_is_read(
    browser: Browser, place: Neighbourhood, client: Client
) -> None:
    await lived_in(place, client)
    roles = ("resident", "grid leader", "committee head", "inspector", "newcomer")
    names = ("Wang Mei", "Li Hong", "Director Fang", "He Jing", "Xiao Yang")
    played = [
        Persona(place.sandbox.add_person(name), Words(role, role))
        for name, role in zip(names, roles, strict=True)
    ]
    guide = place.sandbox.guide
    assert guide is not None
    place.sandbox.guide = replace(guide, personas=(*played[:4], guide.personas[0]))
    page = await opened(browser, place, Look(language="en"))
    await expect(page.locator(".persona")).to_have_count(6)
    await _document_is_still(page)
    row = page.locator(".personas")
    assert await row.evaluate("(row) => row.scrollWidth - row.clientWidth") <= 0
    assert await row.evaluate("(row) => row.lastChild.offsetTop - row.firstChild.offsetTop") < 20


async def test_a_buttons_word_is_never_broken(
    browser: Browser, place: Neighbourhood, client: Client
) -> None:
    await lived_in(place, client)
    page = await opened(browser, place, Look(width=390, language="en"))
    assert await page.evaluate(BROKEN, "Accept") == 1
    assert await page.evaluate(BROKEN, "More") == 1


async def _document_is_still(page: Page) -> None:
    assert await page.evaluate(TOO_WIDE) <= 0
    assert await page.evaluate(TOO_HIGH) <= 0


async def _all_in_reach(nodes: Locator) -> None:
    assert await nodes.count()
    for node in await nodes.all():
        await node.scroll_into_view_if_needed()
        await expect(node).to_be_in_viewport(ratio=0.9)
