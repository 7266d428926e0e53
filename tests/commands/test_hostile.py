"""Hostile words, names and codes: nothing breaks out, runs over, or moves what it may not."""

import random

import pytest

from commands.incoming import Sender
from domain.text import utf16_length
from tests.commands.play import CHAT, CHEN, LI, MEI, NEXT_DOOR, Play

LONGEST_MESSAGE = 4096
WORDS = [
    "👍🏽" * 900,
    "<b>" * 1300,
    "&amp;" * 800,
    "x" * 4000,
    "№1 #案1 #需求 " * 300,
    "\u202e翻转\u200b" * 400,
    "@meiwang " * 400,
]
VERBS = ["accept", "done", "reopen", "void", "rate", "solved", "confirm", "stats", "setup", "grant"]


@pytest.mark.parametrize("words", WORDS)
async def test_any_words_fit_into_card_and_request(play: Play, words: str) -> None:
    await play.say(MEI, f"#问题 {words}"[:4096])
    await play.say(LI, f"#补充 {words}"[:4096], to=play.card(1))
    await play.say(LI, f"#办结 {words}"[:4096], to=play.card(1))
    assert all(utf16_length(message.text) <= LONGEST_MESSAGE for message in play.spoken())


@pytest.mark.parametrize("name", ["</b>", "<3", "{n}", "{0.__class__}", "%s", "名" * 300])
async def test_any_name_is_only_a_name(play: Play, name: str) -> None:
    person = Sender(555, name, "somebody", "zh")
    await play.say(person, "#问题 灯坏了")
    assert name[:20] in play.card(1).text
    assert utf16_length(play.card(1).text) < LONGEST_MESSAGE


async def test_forged_codes_of_a_stranger_move_nothing(play: Play) -> None:
    await play.say(MEI, "#问题 灯坏了")
    await play.say(MEI, "#问题 门坏了")
    await play.say(LI, "#办结 №2 已修")
    before = [await play.case(1), await play.case(2)], await play.papers(2)
    chance = random.Random(12)  # noqa: S311 - the same codes each time
    for _ in range(300):
        parts = [chance.choice(VERBS)]
        parts += [str(chance.randint(-1, 3)) for _ in range(chance.randint(0, 3))]
        await play.forge(CHEN, chance.choice([CHAT, NEXT_DOOR]), ":".join(parts))
    assert ([await play.case(1), await play.case(2)], await play.papers(2)) == before
    assert len(await play.refused()) > 100
