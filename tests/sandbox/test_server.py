"""The sandbox as a program of its own."""

import asyncio
import re

import httpx
import pytest

from sandbox.server import serve


async def test_the_ready_line_tells_address_and_token(
    capsys: pytest.CaptureFixture[str],
) -> None:
    serving = asyncio.create_task(serve(0))
    line = ""
    async with asyncio.timeout(5):
        while not line:
            await asyncio.sleep(0)
            line = capsys.readouterr().out
    ready = re.fullmatch(r"Sandbox ready: TELEGRAM_API_URL=(\S+) BOT_TOKEN=(\S+)\n", line)
    assert ready is not None
    async with httpx.AsyncClient(trust_env=False) as http:
        known = await http.get(f"{ready[1]}/bot{ready[2]}/getMe")
        other = await http.get(f"{ready[1]}/bot99:{'x' * 35}/getMe")
    assert known.json()["result"]["username"] == "gridward_bot"
    assert other.json()["result"]["id"] == 99
    serving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await serving
