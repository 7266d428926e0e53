"""Drawing in processes of their own: one that hangs, dies or is stopped holds nobody up."""

import asyncio
import multiprocessing
import os
import signal

import pytest

from bot.telegram_out.drawing_process import HELPERS, settle_in
from bot.telegram_out.easel import Easel, Undrawn
from reports.chart.chart import to_json
from tests.reports.chart.ready import CHART

PATIENCE = 30.0  # real seconds; the first picture starts a process
DRAWN = to_json(CHART)


async def test_a_drawing_that_takes_too_long_is_given_up_and_holds_nobody_up() -> None:
    easel = Easel()
    try:
        first = await easel.draw(DRAWN)
        hung = multiprocessing.active_children()
        for child in hung:
            os.kill(child.pid or 0, signal.SIGSTOP)
        easel.seconds = 0.2
        with pytest.raises(Undrawn, match="TimeoutError"):
            await easel.draw(DRAWN)
        easel.seconds = PATIENCE
        assert await easel.draw(DRAWN) == first
        assert not set(hung) & set(multiprocessing.active_children())
    finally:
        await easel.aclose()


def test_ctrl_c_is_unheard_by_a_process_that_is_still_starting() -> None:
    process = HELPERS.Process(target=settle_in)
    process.start()
    os.kill(process.pid or 0, signal.SIGINT)
    process.join()
    assert process.exitcode == 0


async def test_a_stopped_easel_starts_no_process() -> None:
    easel = Easel()
    easel.stop()
    with pytest.raises(Undrawn, match="the program was stopped"):
        await easel.draw(DRAWN)
    assert multiprocessing.active_children() == []


async def test_one_of_two_processes_that_was_ended_holds_nobody_up() -> None:
    easel = Easel()
    try:
        await asyncio.gather(*(easel.draw(DRAWN) for _ in range(4)))
        first, *others = multiprocessing.active_children()
        os.kill(first.pid or 0, signal.SIGKILL)
        await easel.draw(DRAWN)
        assert not {first, *others} & set(multiprocessing.active_children())
    finally:
        await easel.aclose()


async def test_a_process_that_was_ended_is_replaced() -> None:
    easel = Easel()
    try:
        first = await easel.draw(DRAWN)
        for child in multiprocessing.active_children():
            os.kill(child.pid or 0, signal.SIGKILL)
        assert await easel.draw(DRAWN) == first
        with pytest.raises(Undrawn, match="cannot be drawn: "):
            await easel.draw("no chart")
    finally:
        await easel.aclose()
