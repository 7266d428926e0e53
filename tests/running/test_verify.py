"""`gridward verify` finds what was changed, and a cut tail by the digits a summary printed."""

import re
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from storage.backup import backup
from tests.running.estate import MONDAY, Estate, Town, estate_in
from tests.running.process import Operator, Told
from tests.running.words import EN


async def test_the_head_of_a_summary_tells_a_whole_ledger_from_a_cut_one(
    operator: Operator, town: Town
) -> None:
    whole, cut = operator.folder / "whole.db", operator.folder / "cut.db"
    head = await _printed_head(operator, estate_in(town, EN), whole, cut)
    assert (await _verified(operator, whole)).code == 0
    assert (await _verified(operator, whole, "--head", head)).code == 0
    assert (await _verified(operator, cut)).code == 0
    told = await _verified(operator, cut, "--head", head)
    assert told.code == 1
    assert head in told.out


async def test_a_changed_column_is_named(operator: Operator, town: Town) -> None:
    file = operator.folder / "whole.db"
    estate = estate_in(town, EN)
    town.sandbox.add_member(estate.group, town.me, estate.leader)
    async with operator.having(DATABASE_URL=f"sqlite:///{file}").running() as gridward:
        await estate.report_by_tag()
        assert (await gridward.stop()).code == 0
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE cases SET due_at = '2026-12-31 00:00:00.000000'")
        connection.commit()
    told = await _verified(operator, file)
    assert told.code == 1
    assert "cases" in told.out
    assert "due_at" in told.out


async def _printed_head(operator: Operator, estate: Estate, whole: Path, before: Path) -> str:
    """Run until the first summary, copying the database before it; return the digits it prints."""
    sandbox, url = estate.town.sandbox, f"sqlite:///{whole}"
    sandbox.add_member(estate.group, estate.town.me, estate.leader)
    async with operator.having(DATABASE_URL=url).running() as gridward:
        card = await estate.report_by_tag()
        await backup(url, before)
        await estate.town.tap(estate.leader, card, estate.words.accept)
        sandbox.clock.set(MONDAY + timedelta(days=7, hours=1))
        summary = await estate.hears_of_the_week()
        assert (await gridward.stop()).code == 0
    found = re.search(r"\b[0-9a-f]{16}\b", summary.text)
    assert found is not None
    return found[0]


async def _verified(operator: Operator, file: Path, *arguments: str) -> Told:
    return await operator.having(DATABASE_URL=f"sqlite:///{file}").ask("verify", *arguments)
