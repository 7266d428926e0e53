"""Other websites in a visitor's browser: they neither read the sandbox nor change it."""

from typing import Any

import pytest

from sandbox import Draft, Upload
from tests.sandbox.neighbourhood import TOKEN, Client, Neighbourhood
from tests.sandbox.pictures import png

FOREIGN = {"Origin": "https://evil.example"}
ACTS = [("POST", "/control/people"), ("DELETE", "/control/faults"), ("POST", "/page/jump")]


@pytest.mark.parametrize(("method", "path"), ACTS)
async def test_another_websites_page_changes_nothing(
    place: Neighbourhood, client: Client, method: str, path: str
) -> None:
    body = '{"name": "Mallory", "to": "hour"}'
    address = f"{place.sandbox.url}{path}"
    for kind in ("application/json", "text/plain"):
        headers = FOREIGN | {"Content-Type": kind}
        response = await client.http.request(method, address, content=body, headers=headers)
        assert response.status_code == 403
    assert len(place.sandbox.world.users) == 3


async def test_the_own_page_and_programs_may(place: Neighbourhood, client: Client) -> None:
    address = f"{place.sandbox.url}/control/people"
    for headers in ({"Origin": place.sandbox.url}, {}):
        response = await client.http.post(address, json={"name": "Zhao"}, headers=headers)
        assert response.status_code == 200


@pytest.mark.parametrize("path", ["/", "/page/state", "/control/people"])
async def test_a_foreign_name_for_this_machine_is_refused(
    place: Neighbourhood, client: Client, path: str
) -> None:
    address = f"{place.sandbox.url}{path}"
    foreign = await client.http.get(address, headers={"Host": "evil.example"})
    assert foreign.status_code == 400
    assert (await client.http.get(address, headers={"Host": "localhost"})).status_code == 200


async def test_bots_are_served_by_any_name(place: Neighbourhood, client: Client) -> None:
    address = f"{place.sandbox.url}/bot{TOKEN}/getMe"
    response = await client.http.post(address, headers=FOREIGN | {"Host": "telegram"})
    assert response.status_code == 200


async def test_an_upload_does_nothing_in_a_browser(place: Neighbourhood, client: Client) -> None:
    script = Upload("x.svg", b"<svg onload='alert(1)'/>", "image/svg+xml")
    place.sandbox.send(place.mei, place.group, Draft(document=script))
    place.sandbox.send(place.mei, place.group, Draft(photo=Upload("p.png", png(3, 2))))
    heard = [update.get("message", {}) for update in await client.updates()]
    media = [message for message in heard if {"document", "photo"} & message.keys()]
    document, photo = [
        (await client.call("getFile", file_id=_file_id(message)))["file_path"] for message in media
    ]
    for path, kind in ((document, "attachment"), (photo, None)):
        shown = await client.http.get(f"{place.sandbox.url}/file/bot{TOKEN}/{path}")
        assert shown.headers.get("content-disposition") == kind
        assert shown.headers["content-security-policy"] == "sandbox"
        assert shown.headers["x-content-type-options"] == "nosniff"


def _file_id(message: dict[str, Any]) -> str:
    medium = message.get("document") or message["photo"][0]
    return str(medium["file_id"])
