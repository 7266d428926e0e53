"""`gridward figures` prints a period's figures for people, and whole as JSON."""

import json
from pathlib import Path
from shutil import copy

import pytest

from storage.database import Database
from tests.commands.play import CHAT, LI, MEI, NEXT_DOOR, Play
from tests.running.process import Operator
from tests.running.refusal import assert_refused

SOON = ("figures", "--period", "2026-W46", "--now", "2026-11-15T20:00")


@pytest.fixture
async def played(operator: Operator, migrated_file: Path) -> Operator:
    """Let a case have been opened in W45 and settled, so that it is due in W46."""
    url = f"sqlite:///{copy(migrated_file, operator.folder / 'played.db')}"
    database = await Database.open(url)
    play = Play(database)
    await play.begin()
    await play.say(MEI, "#问题 灯坏了")
    play.later(days=1)
    await play.say(LI, "/done 1 灯已换")
    await database.close()
    return operator.having(DATABASE_URL=url)


async def test_everything_is_there_as_json(played: Operator) -> None:
    told = await played.ask(*SOON, "--json", "--scope", CHAT.title)
    assert (told.code, told.err) == (0, "")
    timeliness = json.loads(told.out)["residents"]["timeliness"]
    assert (timeliness["due"], timeliness["hits"]) == (1, 1)


async def test_a_group_next_door_has_figures_of_its_own(played: Operator) -> None:
    told = await played.ask(*SOON, "--json", "--scope", NEXT_DOOR.title)
    assert json.loads(told.out)["residents"]["timeliness"]["due"] == 0


async def test_before_its_deadline_a_case_is_not_due(played: Operator) -> None:
    early = (*SOON[:-1], "2026-11-09", "--json", "--scope", "翠苑社区")
    told = await played.ask(*early)
    assert json.loads(told.out)["residents"]["timeliness"]["due"] == 0


async def test_people_read_them_in_words(played: Operator) -> None:
    told = await played.having(DEFAULT_LANGUAGE="en").ask(*SOON)
    assert (told.code, told.err) == (0, "")
    assert "Week 46 of 2026" in told.out
    assert "1 of 1" in told.out
    assert "<" not in told.out


async def test_a_scope_that_nobody_knows_is_named(played: Operator) -> None:
    assert_refused(await played.ask(*SOON, "--scope", "九莲"), "--scope 九莲")


async def test_a_head_that_cannot_be_one_is_named(played: Operator) -> None:
    assert_refused(await played.ask("verify", "--head", "yesterday"), "--head")
