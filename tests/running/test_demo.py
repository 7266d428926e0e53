"""`gridward demo`: played to the end, served as a page, and ended by Ctrl-C."""

import asyncio
import re
import signal
from asyncio.subprocess import Process

import httpx

from tests.running.process import Operator

PATIENCE = 180.0  # seconds; three months are played meanwhile
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
PLAYED = re.compile(r"12 weeks played, (?P<cases>\d+) cases, in \d+ s \(seed 36\)")
ENOUGH_CASES = 120


async def test_the_demo_serves_the_chats_of_three_groups_until_ctrl_c(operator: Operator) -> None:
    process = await operator.start("demo", "--port", "0", "--language", "en")
    async with asyncio.timeout(PATIENCE):
        told = await until_served(process)
        played = PLAYED.search(told)
        assert played is not None
        assert int(played["cases"]) >= ENOUGH_CASES
        async with httpx.AsyncClient(base_url=ADDRESS.findall(told)[0], trust_env=False) as visitor:
            assert "<html" in (await visitor.get("/")).text
            chats = (await visitor.get("/control/chats")).json()
        process.send_signal(signal.SIGINT)
        assert await process.wait() == 0
    titles = {chat["title"] for chat in chats if chat["type"] == "supergroup"}
    assert titles == {"Liulang Elderly Care", "Liulang Rented Homes", "Wenlan Talents Online"}


async def until_served(process: Process) -> str:
    """Return all that the program prints up to the page's address."""
    assert process.stdout is not None
    told = ""
    while not ADDRESS.search(told):
        line = (await process.stdout.readline()).decode()
        assert line, "the demo ended before it was served"
        told += line
    return told
