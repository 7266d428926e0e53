"""`gridward migrate` brings a database up to date, keeps a copy of what was in it, and repeats."""

import sqlite3
from contextlib import closing

from tests.running.process import Operator


async def test_migrating_twice_and_a_copy_of_what_was_there(operator: Operator) -> None:
    file = operator.folder / "data" / "gridward.db"
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE keepsakes (what TEXT)")
        connection.commit()
    first = await operator.ask("migrate")
    assert (first.code, first.err) == (0, "")
    assert "brought up to date" in first.out
    copy = file.with_name("gridward.db.before-0001")
    assert str(copy.relative_to(operator.folder)) in first.out
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("keepsakes",)]
    again = await operator.ask("migrate")
    assert (again.code, again.out, again.err) == (0, "The database is up to date.\n", "")
