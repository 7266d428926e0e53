"""The program is killed again and again while it polls, and nothing is lost or opened twice."""

import sys
from pathlib import Path

import pytest

from tests.endurance.moments import AtRandom, BeforeCommit, BeforeConfirm, BetweenSendAndAnswer
from tests.endurance.ordeal import Size, asked_size, place


async def test_kills_while_polling_lose_and_double_no_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    size = asked_size(Size(kills=5, messages=60, groups=60))
    async with place(tmp_path, size) as here, here.ordeal({"WEBHOOK_URL": ""}) as ordeal:
        telegram = here.telegram
        total = await ordeal.run(
            [
                BeforeCommit(telegram),
                BetweenSendAndAnswer(telegram, "sendMessage"),
                BeforeConfirm(telegram),
                BetweenSendAndAnswer(telegram, "editMessageText"),
                AtRandom(telegram),
            ]
        )
    with capsys.disabled():
        sys.stdout.write(f"\npolling: {total}\n")
