"""The program is killed again and again while updates are delivered to it, and nothing is lost."""

import socket
import sys
from pathlib import Path

import pytest

from tests.endurance.delivered_moments import BeforeAnswered, BeforeStored
from tests.endurance.moments import AtRandom, BetweenSendAndAnswer
from tests.endurance.ordeal import Size, asked_size, place
from tests.endurance.relay import relaying

SECRET = "only-telegram-knows-this-word"


async def test_kills_behind_a_webhook_lose_and_double_no_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    size = asked_size(Size(kills=4, messages=40, groups=60), share=5)
    port = free_port()
    async with place(tmp_path, size) as here, relaying(here.sandbox, port) as (relay, url):
        settings = {"WEBHOOK_URL": url, "WEBHOOK_SECRET": SECRET, "WEB_PORT": str(port)}
        async with here.ordeal(settings) as ordeal:
            telegram = here.telegram
            total = await ordeal.run(
                [
                    BeforeAnswered(telegram, relay),
                    BeforeStored(telegram, relay),
                    BetweenSendAndAnswer(telegram, "sendMessage"),
                    AtRandom(telegram),
                ]
            )
    with capsys.disabled():
        sys.stdout.write(f"\nwebhook: {total}\n")


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
