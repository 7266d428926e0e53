"""Pictures, albums, files and places, sent by a visitor and by others."""

from pathlib import Path

from playwright.async_api import FilePayload, Page, expect

from sandbox import Draft, Location, Upload
from tests.browser import barriers
from tests.sandbox.neighbourhood import Neighbourhood
from tests.sandbox.pictures import png

BROKEN = (
    "() => [...document.images].filter((image) => image.complete && !image.naturalWidth).length"
)
WIDTH = "(image) => image.offsetWidth"


def picture(name: str) -> FilePayload:
    """Return a picture as a file picker gives it."""
    return {"name": name, "mimeType": "image/png", "buffer": png(60, 40)}


async def test_several_pictures_go_as_an_album_with_one_caption(
    page: Page, place: Neighbourhood
) -> None:
    await page.locator("#picker").set_input_files([picture(f"{n}.png") for n in range(3)])
    await expect(page.locator(".attached li")).to_have_count(3)
    await page.get_by_role("button", name="Remove 2.png").click()
    await page.locator("#line").fill("the lamp by day and by night")
    await page.locator("#line").press("Enter")
    await expect(page.locator(".mine")).to_have_count(1)
    await expect(page.locator(".mine .album img")).to_have_count(2)
    await expect(page.locator(".mine .words")).to_have_text("the lamp by day and by night")
    sent = [each for each in place.sandbox.messages(place.group) if each.body.media]
    assert [each.text for each in sent] == ["the lamp by day and by night", ""]
    assert sent[0].album == sent[1].album != ""


async def test_an_album_stands_whole_before_the_bot_answers_it(
    page: Page, place: Neighbourhood
) -> None:
    await page.locator("#picker").set_input_files([picture(f"{n}.png") for n in range(3)])
    await page.locator("#line").fill("#issue the lamp is out")
    await page.locator("#line").press("Enter")
    await expect(page.locator(".from-bot").filter(has_text="№1")).to_be_visible()
    *album, card = place.sandbox.messages(place.group)[-4:]
    assert [bool(each.body.media) for each in album] == [True, True, True]
    assert card.sender.is_bot


async def test_a_picture_opens_in_a_viewer(page: Page, place: Neighbourhood) -> None:
    photo = Upload("lamp.png", png(2000, 1500))
    place.sandbox.send(place.li, place.group, Draft(photo=photo, text="the lamp"))
    await page.get_by_role("button", name="Open the picture: the lamp").click()
    viewer = page.get_by_role("dialog")
    await expect(viewer.locator("img")).to_be_visible()
    await expect(viewer).to_contain_text("the lamp")
    assert await page.evaluate(BROKEN) == 0
    assert await viewer.locator("img").evaluate(WIDTH) < 1280
    await viewer.get_by_role("button", name="Actual size: the lamp").click()
    assert await viewer.locator("img").evaluate(WIDTH) == 2000
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("PageDown")
    await expect(viewer.get_by_role("button", name="Close")).to_be_in_viewport()
    assert await barriers(page) == []
    await page.keyboard.press("Escape")
    await expect(viewer).to_have_count(0)


async def test_the_end_of_a_chat_stays_in_view_when_a_tall_picture_has_come(
    page: Page, place: Neighbourhood
) -> None:
    for line in range(20):
        place.sandbox.say(place.li, place.group, f"line {line}")
    await expect(page.get_by_text("line 19", exact=True)).to_be_in_viewport()
    photo = Upload("chart.png", png(1080, 1606))
    place.sandbox.send(place.li, place.group, Draft(photo=photo, text="the week"))
    await expect(page.get_by_role("button", name="Open the picture: the week")).to_be_visible()
    await expect(page.locator(".picture img")).to_have_js_property("naturalWidth", 1080)
    await expect(page.get_by_text("the week", exact=True)).to_be_in_viewport(ratio=1)


async def test_an_albums_pictures_are_turned(page: Page, place: Neighbourhood) -> None:
    for name in ("by day", "by night"):
        photo = Upload("lamp.png", png(40, 30))
        place.sandbox.send(place.li, place.group, Draft(photo=photo, text=name, album="a"))
    await page.get_by_role("button", name="Open the picture: by day").click()
    words = page.get_by_role("dialog").locator(".viewed-words")
    await expect(words).to_have_text("by day")
    await page.get_by_role("button", name="The next one").click()
    await expect(words).to_have_text("by night")
    await page.keyboard.press("ArrowRight")
    await expect(words).to_have_text("by day")
    await page.get_by_role("button", name="The one before").click()
    await expect(words).to_have_text("by night")


async def test_a_file_is_downloaded_as_it_was_sent(
    page: Page, place: Neighbourhood, tmp_path: Path
) -> None:
    ledger = Upload("台账.csv", "№,灯".encode(), "text/csv")
    place.sandbox.send(place.li, place.group, Draft(document=ledger))
    async with page.expect_download() as coming:
        await page.get_by_role("link", name="台账.csv").click()
    download = await coming.value
    assert download.suggested_filename == "台账.csv"
    await download.save_as(tmp_path / "saved.csv")
    assert (tmp_path / "saved.csv").read_text("utf-8") == "№,灯"


async def test_any_file_can_be_sent(page: Page) -> None:
    note: FilePayload = {"name": "note.txt", "mimeType": "text/plain", "buffer": b"hello"}
    await page.locator("#picker").set_input_files([note])
    await page.get_by_role("button", name="Send", exact=True).click()
    await expect(page.locator(".mine .file-name")).to_have_text("note.txt")


async def test_a_place_is_told_by_its_degrees(page: Page, place: Neighbourhood) -> None:
    place.sandbox.send(place.li, place.group, Draft(location=Location(30.28, 120.12)))
    await expect(page.locator(".theirs .file")).to_contain_text("30.28000, 120.12000")


async def test_a_place_is_sent_as_an_answer_and_the_draft_stays(
    page: Page, place: Neighbourhood
) -> None:
    asked = place.sandbox.say(place.li, place.group, "Where?")
    await page.get_by_role("button", name="What to do with this message").click()
    await page.get_by_role("button", name="Reply").click()
    await page.locator("#line").fill("begun before")
    await page.get_by_role("button", name="Attach pictures, a file or a place").click()
    dialog = page.get_by_role("dialog")
    await expect(dialog.get_by_role("button", name="Pictures or a file")).to_be_focused()
    assert await barriers(page) == []
    await dialog.get_by_label("Latitude").fill("30.27")
    await dialog.get_by_role("button", name="Send this place").click()
    await expect(page.locator(".mine .file")).to_contain_text("30.27000, 120.12000")
    await expect(page.locator("#line")).to_have_value("begun before")
    await expect(page.locator(".about")).to_be_hidden()
    sent = place.sandbox.messages(place.group)[-1]
    assert (sent.body.media, sent.replied) == (Location(30.27, 120.12), asked)


async def test_a_picture_is_picked_from_what_can_be_attached(page: Page) -> None:
    await page.get_by_role("button", name="Attach").click()
    async with page.expect_file_chooser() as coming:
        await page.get_by_role("dialog").get_by_text("Pictures or a file").click()
    await (await coming.value).set_files([picture("1.png")])
    await expect(page.locator(".attached-name")).to_have_text("1.png")
