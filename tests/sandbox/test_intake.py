"""Every encoding of a request that Telegram accepts, and files."""

from typing import Any

from sandbox.api.multipart import parts
from tests.sandbox.neighbourhood import Client, Neighbourhood
from tests.sandbox.pictures import png


async def test_all_encodings_and_spellings_work(client: Client, place: Neighbourhood) -> None:
    place.sandbox.limits.enabled = False
    fields = {"chat_id": str(place.group.id), "text": "你好 & <3"}
    url = f"{client.base}/sendmessage"
    upload = {"ignored": ("a.bin", b"x")}
    answers = [
        await client.http.get(url, params=fields),
        await client.http.post(url, params=fields),
        await client.http.post(url, data=fields),
        await client.http.post(url, json={"chat_id": place.group.id, "text": fields["text"]}),
        await client.http.post(url, data=fields, files=upload),
        await client.http.post(f"{client.base}/SENDMESSAGE", json=fields),
    ]
    assert [answer.json()["result"]["text"] for answer in answers] == ["你好 & <3"] * 6


async def test_json_inside_a_form(client: Client, place: Neighbourhood) -> None:
    markup = '{"inline_keyboard":[[{"text":"x","callback_data":"1"}]]}'
    fields = {"chat_id": str(place.group.id), "text": "x", "reply_markup": markup}
    answer = await client.http.post(f"{client.base}/sendMessage", data=fields)
    assert answer.json()["result"]["reply_markup"]["inline_keyboard"][0][0]["text"] == "x"
    broken = await client.http.post(
        f"{client.base}/sendMessage", data=fields | {"reply_markup": "{"}
    )
    assert broken.json() == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: can't parse reply_markup JSON object",
    }


async def test_broken_requests_are_refused(client: Client, place: Neighbourhood) -> None:
    url = f"{client.base}/sendMessage"
    json = {"content-type": "application/json"}
    form = {"content-type": "multipart/form-data"}
    for headers, body in ((json, b"{"), (json, b"[]"), (form, b"x")):
        answer = await client.http.post(url, content=body, headers=headers)
        assert answer.status_code == 400
    wrong = await client.refusal(
        "sendMessage", chat_id=place.group.id, text="x", message_thread_id="first"
    )
    assert wrong == "Bad Request: parameter message_thread_id must be a number"


def test_a_form_keeps_every_byte() -> None:
    content = b"\r\n--x\r\n\x00\xff\n\n--\r\n"
    body = (
        b'--edge\r\nContent-Disposition: form-data; name="text"\r\n\r\n'
        + "报修".encode()
        + b'\r\n--edge\r\nContent-Disposition: form-data; name="f"; filename="a.bin"\r\n'
        + b"Content-Type: image/png\r\n\r\n"
        + content
        + b"\r\n--edge--\r\n"
    )
    text, file = parts("multipart/form-data; boundary=edge", body)
    assert (text.name, text.filename, text.content.decode()) == ("text", None, "报修")
    assert (file.name, file.filename, file.content_type) == ("f", "a.bin", "image/png")
    assert file.content == content


async def test_photos_by_upload_attachment_and_file_id(
    client: Client, place: Neighbourhood
) -> None:
    url = f"{client.base}/sendPhoto"
    picture = ("chart.png", png(5, 4), "image/png")
    fields = {"chat_id": str(place.group.id), "caption": "<b>周报</b>", "parse_mode": "HTML"}
    direct = (await client.http.post(url, data=fields, files={"photo": picture})).json()
    attached = (
        await client.http.post(url, data=fields | {"photo": "attach://p"}, files={"p": picture})
    ).json()
    file_id = direct["result"]["photo"][0]["file_id"]
    known = await client.call("sendPhoto", chat_id=place.group.id, photo=file_id)
    assert direct["result"]["caption_entities"] == [{"type": "bold", "offset": 0, "length": 2}]
    assert attached["result"]["photo"][0]["width"] == 5
    assert known["photo"] == direct["result"]["photo"]


async def test_what_is_no_picture_is_refused(client: Client, place: Neighbourhood) -> None:
    async def sent(content: bytes) -> dict[str, Any]:
        answer = await client.http.post(
            f"{client.base}/sendPhoto",
            data={"chat_id": str(place.group.id)},
            files={"photo": ("a.png", content)},
        )
        body: dict[str, Any] = answer.json()
        return body

    assert (await sent(b"GIF89a"))["description"] == "Bad Request: IMAGE_PROCESS_FAILED"
    assert (await sent(b""))["description"] == "Bad Request: file must be non-empty"


async def test_files_can_be_downloaded_with_the_right_token_only(
    client: Client, place: Neighbourhood
) -> None:
    sent = await client.http.post(
        f"{client.base}/sendDocument",
        data={"chat_id": str(place.group.id)},
        files={"document": ("表.csv", b"a;b\r\n", "text/csv")},
    )
    document = sent.json()["result"]["document"]
    assert (document["file_name"], document["mime_type"], document["file_size"]) == (
        "表.csv",
        "text/csv",
        5,
    )
    path = (await client.call("getFile", file_id=document["file_id"]))["file_path"]
    address = client.base.replace("/bot", "/file/bot") + f"/{path}"
    assert (await client.http.get(address)).content == b"a;b\r\n"
    assert (await client.http.get(address.replace("a-token", "b-token"))).status_code == 401
    assert (await client.http.get(address + "x")).status_code == 404
