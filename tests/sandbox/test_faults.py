"""Misfortunes on order, as a client meets them."""

import asyncio
from time import monotonic

import httpx
import pytest

from sandbox import Fault, FaultKind
from tests.sandbox.neighbourhood import Client, Neighbourhood


def texts(place: Neighbourhood) -> list[str]:
    """Return what the bot really said."""
    return [message.text for message in place.sandbox.record.sent]


async def test_a_refusal_happens_instead_of_the_act(client: Client, place: Neighbourhood) -> None:
    place.sandbox.faults.order(
        Fault(kind=FaultKind.REFUSE, method="send*", code=403, description="Forbidden: no")
    )
    send = {"chat_id": place.group.id, "text": "x"}
    assert await client.refusal("sendMessage", **send) == "Forbidden: no"
    assert texts(place) == []
    assert await client.call("sendMessage", **send)
    assert place.sandbox.record.count("sendMessage") == 2


async def test_too_many_requests_tell_when_to_come_again(
    client: Client, place: Neighbourhood
) -> None:
    place.sandbox.faults.order(Fault(kind=FaultKind.TOO_MANY, seconds=7))
    assert await client.answer("sendMessage", chat_id=place.group.id, text="x") == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 7",
        "parameters": {"retry_after": 7},
    }


async def test_a_server_error(client: Client, place: Neighbourhood) -> None:
    place.sandbox.faults.order(
        Fault(kind=FaultKind.REFUSE, code=502, description="Bad Gateway", count=2)
    )
    for _ in range(2):
        response = await client.http.get(f"{client.base}/getMe")
        assert (response.status_code, response.json()["error_code"]) == (502, 502)
    assert await client.call("getMe")


async def test_a_dropped_answer_leaves_the_act_done(client: Client, place: Neighbourhood) -> None:
    place.sandbox.faults.order(Fault(kind=FaultKind.DROP_ANSWER, method="sendMessage"))
    with pytest.raises(httpx.TransportError):
        await client.call("sendMessage", chat_id=place.group.id, text="once")
    assert texts(place) == ["once"]


async def test_a_cut_line_leaves_nothing_done(client: Client, place: Neighbourhood) -> None:
    place.sandbox.faults.order(Fault(kind=FaultKind.CUT_LINE, method="sendMessage"))
    with pytest.raises(httpx.TransportError):
        await client.call("sendMessage", chat_id=place.group.id, text="never")
    assert texts(place) == []
    assert [request.code for request in place.sandbox.record.requests] == [0]


async def test_a_garbled_answer_is_no_json(client: Client, place: Neighbourhood) -> None:
    place.sandbox.faults.order(Fault(kind=FaultKind.GARBLE))
    response = await client.http.post(
        f"{client.base}/sendMessage", json={"chat_id": place.group.id, "text": "x"}
    )
    assert response.status_code == 200
    with pytest.raises(ValueError, match="Expecting"):
        response.json()
    assert texts(place) == ["x"]


async def test_a_late_answer_outlasts_a_hasty_client(client: Client, place: Neighbourhood) -> None:
    place.sandbox.faults.order(Fault(kind=FaultKind.DELAY, seconds=0.1, count=2))
    begun = monotonic()
    assert await client.call("sendMessage", chat_id=place.group.id, text="slow")
    assert monotonic() - begun >= 0.1
    twin = asyncio.ensure_future(client.call("sendMessage", chat_id=place.group.id, text="twin"))
    await place.sandbox.until(lambda: not place.sandbox.faults.ordered)
    assert not twin.done()
    twin.cancel()
    await place.sandbox.until(lambda: texts(place) == ["slow", "twin"])


async def test_a_fault_strikes_one_chat_and_lets_the_first_pass(
    client: Client, place: Neighbourhood
) -> None:
    other = place.sandbox.add_group("翠苑四区", place.li)
    place.sandbox.add_member(other, place.bot)
    place.sandbox.faults.order(
        Fault(kind=FaultKind.REFUSE, method="sendMessage", chat_id=other.id, after=1)
    )
    assert await client.call("sendMessage", chat_id=place.group.id, text="x")
    assert await client.call("sendMessage", chat_id=other.id, text="x")
    assert await client.call("sendMessage", chat_id=place.group.id, text="x")
    assert await client.refusal("sendMessage", chat_id=other.id, text="x")
    assert place.sandbox.faults.ordered == []
