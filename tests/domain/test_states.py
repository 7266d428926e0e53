"""The drawing of the states in docs/states.md is the table of moves, no more and no less."""

import re
from collections import defaultdict
from pathlib import Path

from domain.moves import MOVES

PAGE = (Path(__file__).parents[2] / "docs" / "states.md").read_text(encoding="utf-8")
START = "[*]"


def test_every_arrow_drawn_is_in_the_table_and_the_other_way_round() -> None:
    table = defaultdict(set)
    for move, rule in MOVES.items():
        for source in rule.sources or {START}:
            if rule.target is not None:
                table[str(source), str(rule.target)].add(str(move))
    arrows = re.findall(r"^ +(\S+) --> (\w+): (.+)$", PAGE, re.MULTILINE)
    assert {(source, target): set(moves.split(", ")) for source, target, moves in arrows} == table


def test_every_state_reached_is_named_in_both_languages() -> None:
    reached = {str(rule.target) for rule in MOVES.values() if rule.target}
    named = re.findall(r"^ +(\w+): \1 [\u4e00-\u9fff]{3}$", PAGE, re.MULTILINE)
    assert set(named) == reached


def test_the_page_says_who_may_make_each_move() -> None:
    said = dict(re.findall(r"^\| ([a-z]+) \| (.+) \|$", PAGE, re.MULTILINE)[1:])
    assert said == {str(move): str(rule.who) for move, rule in MOVES.items()}
