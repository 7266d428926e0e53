"""A disk without room: at the start in one line, while running without any loss."""

import resource
import sqlite3
from contextlib import closing
from dataclasses import replace

from tests.running.estate import Town, estate_in
from tests.running.process import Operator, Running
from tests.running.refusal import assert_refused
from tests.running.words import ZH

NO_ROOM = ("prlimit", "--fsize=4096:unlimited")


async def test_a_disk_that_is_full_from_the_start(operator: Operator) -> None:
    told = await replace(operator, before=NO_ROOM).ask("run")
    assert_refused(told, "DATABASE_URL", "disk")
    assert (await operator.ask("migrate")).code == 0
    assert (await operator.ask("verify")).code == 0


async def test_no_room_for_the_copy_before_a_migration(operator: Operator) -> None:
    file = operator.folder / "data" / "gridward.db"
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE keepsakes (what TEXT)")
        connection.execute("INSERT INTO keepsakes VALUES (?)", ("a letter" * 2000,))
        connection.commit()
    assert_refused(await replace(operator, before=NO_ROOM).ask("migrate"), "DATABASE_URL", "disk")
    with closing(sqlite3.connect(file)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
        kept = connection.execute("SELECT what FROM keepsakes").fetchone()
    assert (tables, kept) == ([("keepsakes",)], ("a letter" * 2000,))


async def test_a_disk_that_fills_up_while_running(operator: Operator, town: Town) -> None:
    estate, sandbox = estate_in(town, ZH), town.sandbox
    sandbox.add_member(estate.group, town.me)
    async with operator.running() as gridward:
        await town.found(estate.group, ZH.greeting)
        _limit(gridward, 1)
        sandbox.say(estate.mei, estate.group, ZH.tagged)
        await gridward.says("[error")
        waiting = sandbox.world.desk(town.me).feed.waiting(sandbox.clock.timestamp())
        assert len(waiting) == 1
        sandbox.say(estate.chen, estate.group, ZH.tagged)
        _limit(gridward, resource.RLIM_INFINITY)
        await town.found(estate.group, "№1", ZH.card_new)
        await town.found(estate.group, "№2", ZH.card_new)
        assert (await gridward.stop()).code == 0
    assert "Traceback" not in gridward.err
    assert (await operator.ask("verify")).code == 0


def _limit(gridward: Running, size: int) -> None:
    """Let files of the program grow no further than this, from outside."""
    resource.prlimit(gridward.process.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
