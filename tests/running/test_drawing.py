"""The processes that draw charts end with the program, however it ends, and never before it."""

import os
import signal
from pathlib import Path

import pytest

from domain.delivery import Picture, Post
from reports.chart.chart import to_json
from sandbox.world.messages import Photo
from storage.database import Database
from storage.migrate import migrate
from tests.reports.chart.ready import CHART
from tests.running.estate import MONDAY, Estate, Town, estate_in
from tests.running.process import Operator
from tests.running.words import ZH

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/task").exists(), reason="processes are told apart by way of /proc"
)


async def a_picture_waits(operator: Operator, estate: Estate) -> Operator:
    """Let the bot be in the estate's group, with a picture in its outbox."""
    estate.town.sandbox.add_member(estate.group, estate.town.me, estate.leader)
    url = f"sqlite:///{operator.folder / 'gridward.db'}"
    await migrate(url)
    database = await Database.open(url)
    post = Post(estate.group.id, "weeks", "chart", picture=Picture(to_json(CHART), "none"))
    await database.run(lambda work: work.outbox.put(post, at=MONDAY))
    await database.close()
    return operator.having(DATABASE_URL=url)


async def until_drawn(estate: Estate) -> None:
    def shown() -> bool:
        spoken = estate.town.spoken(estate.group)
        return any(isinstance(each.body.media, Photo) for each in spoken)

    await estate.town.until(shown, estate.group, "a picture")


def children(process: int) -> list[int]:
    """Return the processes that a process has started."""
    listed = Path(f"/proc/{process}/task/{process}/children").read_text()
    return [int(number) for number in listed.split()]


async def test_a_stop_meant_for_all_processes_is_the_programs_to_follow(
    operator: Operator, town: Town
) -> None:
    estate = estate_in(town, ZH)
    ready = await a_picture_waits(operator, estate)
    async with ready.running() as gridward:
        await until_drawn(estate)
        helpers = children(gridward.process.pid)
        assert helpers
        # As systemd and a terminal do: everybody hears of it.
        for each in (*helpers, gridward.process.pid):
            os.kill(each, signal.SIGTERM)
        ended = await gridward.ends()
    assert ended.code == 0
    assert "Traceback" not in ended.err
    assert "stopped" in ended.err


async def test_a_killed_program_leaves_nobody_behind(operator: Operator, town: Town) -> None:
    estate = estate_in(town, ZH)
    ready = await a_picture_waits(operator, estate)
    async with ready.running() as gridward:
        await until_drawn(estate)
        assert children(gridward.process.pid)
        gridward.process.kill()
        # Its error output ends only when the last process that shares it has ended.
        ended = await gridward.ends()
    assert ended.code == -signal.SIGKILL
