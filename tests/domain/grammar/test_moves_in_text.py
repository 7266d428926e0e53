"""Moves, case numbers and days, as tags and as commands."""

import pytest

from domain.grammar import COMMANDS, Command, read
from domain.kinds import Move


@pytest.mark.parametrize(
    ("move", "words"),
    [
        (Move.ACCEPT, "#受理 #accept /accept"),
        (Move.ASSIGN, "#转办 #assign /assign"),
        (Move.ASK, "#补充 #ask /ask"),
        (Move.RESOLVE, "#办结 #done #resolved /done"),
        (Move.DECLINE, "#不予受理 #decline /decline"),
        (Move.REOPEN, "#重开 #reopen /reopen"),
        (Move.WITHDRAW, "#撤回 #withdraw /withdraw"),
        (Move.MERGE, "#合并 #merge /merge"),
        (Move.ESCALATE, "#上报 #escalate /escalate"),
        (Move.EXTEND, "#延期 #extend /extend"),
    ],
)
def test_every_move_has_its_tags_and_its_command(move: Move, words: str) -> None:
    for word in words.split():
        for text in (word, word.upper(), word.replace("#", "＃"), f"{word} №12 因为"):
            assert read(text).move is move


@pytest.mark.parametrize(
    ("text", "move", "numbers", "left"),
    [
        ("#办结 №12 灯已换", Move.RESOLVE, (12,), "灯已换"),
        ("#办结№12 灯已换", Move.RESOLVE, (12,), "灯已换"),
        ("№12 #办结 灯已换", Move.RESOLVE, (12,), "灯已换"),
        ("灯已换 №12 #办结", Move.RESOLVE, (12,), "灯已换"),
        ("#办结 № １２ 灯已换", Move.RESOLVE, (12,), "灯已换"),
        ("#办结 #№12 灯已换", Move.RESOLVE, (12,), "灯已换"),
        ("#办结 12号 灯已换", Move.RESOLVE, (12,), "灯已换"),
        ("#办结 12号，灯已换", Move.RESOLVE, (12,), "灯已换"),
        ("12号已换灯 #办结", Move.RESOLVE, (12,), "已换灯"),
        ("#办结 #案12 灯已换", Move.RESOLVE, (12,), "灯已换"),
        ("#办结#案12#灯已换", Move.RESOLVE, (12,), "灯已换"),
        ("#done #case12 replaced", Move.RESOLVE, (12,), "replaced"),
        ("#Done #CASE12 replaced", Move.RESOLVE, (12,), "replaced"),
        ("/done 12 灯已换", Move.RESOLVE, (12,), "灯已换"),
        ("/done #12 灯已换", Move.RESOLVE, (12,), "灯已换"),
        ("/done 12: replaced", Move.RESOLVE, (12,), "replaced"),
        ("/done №12 13 lamps", Move.RESOLVE, (12,), "13 lamps"),
        ("/done@GridBot 12 灯已换", Move.RESOLVE, (12,), "灯已换"),
        ("/DONE@gridbot 12 灯已换", Move.RESOLVE, (12,), "灯已换"),
        ("/done", Move.RESOLVE, (), ""),
        ("#done 12 lamps replaced", Move.RESOLVE, (), "12 lamps replaced"),
        ("#办结 12号楼的灯已换", Move.RESOLVE, (), "12号楼的灯已换"),
        ("#办结 12号门已修", Move.RESOLVE, (), "12号门已修"),
        ("#办结 10月12号 换了", Move.RESOLVE, (), "10月12号 换了"),
        ("#办结 3号线停运", Move.RESOLVE, (), "3号线停运"),
        ("#办结 中山路12号 已修", Move.RESOLVE, (), "中山路12号 已修"),
        ("#办结 3幢2单元12号 已修", Move.RESOLVE, (), "3幢2单元12号 已修"),
        ("#办结 与№13同因 №12", Move.RESOLVE, (13, 12), "与№13同因"),
        ("#受理", Move.ACCEPT, (), ""),
        ("#受理中", Move.ACCEPT, (), "中"),
        ("#不予受理 №3 不属本社区", Move.DECLINE, (3,), "不属本社区"),
        ("/decline 3 not ours", Move.DECLINE, (3,), "not ours"),
        ("#转办 №3 @zhang3 请看", Move.ASSIGN, (3,), "请看"),
        ("#合并 13", Move.MERGE, (13,), ""),
        ("#合并到13", Move.MERGE, (13,), ""),
        ("#合并 №13", Move.MERGE, (13,), ""),
        ("/merge 12 13", Move.MERGE, (12, 13), ""),
        ("/merge 12 into 13 same", Move.MERGE, (12, 13), "same"),
        ("/merge №12 №13", Move.MERGE, (12, 13), ""),
        ("#merge #case12 13", Move.MERGE, (12, 13), ""),
        ("#办结 #受理 x", Move.RESOLVE, (), "x"),
        ("/accept #办结 x", Move.ACCEPT, (), "x"),
        ("№12 怎么样了", None, (12,), "№12 怎么样了"),
        ("№1234567890", None, (), "№1234567890"),
        ("#案12", None, (12,), ""),
        ("#case12a", None, (), "case12a"),
        ("/case 12", None, (12,), "12"),
        ("/stats 12", None, (), "12"),
        ("/demand 12 chairs", None, (), "12 chairs"),
    ],
)
def test_a_move_its_case_and_its_words(
    text: str, move: Move | None, numbers: tuple[int, ...], left: str
) -> None:
    reading = read(text, bot_username="GridBot")
    assert (reading.move, reading.numbers, reading.text) == (move, numbers, left)


@pytest.mark.parametrize(
    ("text", "days", "numbers", "left"),
    [
        ("#延期 5", 5, (), ""),
        ("#延期5天", 5, (), ""),
        ("#延期 3天 等配件", 3, (), "等配件"),
        ("#延期三天，等配件", 3, (), "等配件"),
        ("#延期 十五日", 15, (), ""),
        ("#延期 二十天", 20, (), ""),
        ("#延期 3个工作日", 3, (), ""),
        ("#延期 两周 等配件", 14, (), "等配件"),
        ("#延期 №12 5天", 5, (12,), ""),
        ("#延期 №12 5", 5, (12,), ""),
        ("/extend 5", 5, (), ""),
        ("/extend 12 5", 5, (12,), ""),
        ("/extend 12 5 parts", 5, (12,), "parts"),
        ("/extend 12 5 days parts", 5, (12,), "parts"),
        ("/extend 12 2 weeks", 14, (12,), ""),
        ("#extend 3d", 3, (), ""),
        ("#extend #case12 3 working days", 3, (12,), ""),
        ("#延期 等配件", None, (), "等配件"),
        ("#延期到10月12日", None, (), "到10月12日"),
        ("#延期 0天", None, (), ""),
        ("#办结 3天", None, (), "3天"),
    ],
)
def test_an_extension_has_days(
    text: str, days: int | None, numbers: tuple[int, ...], left: str
) -> None:
    reading = read(text)
    assert (reading.days, reading.numbers, reading.text) == (days, numbers, left)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/stats", Command("stats", None, "")),
        ("/stats 本周 阳光社区", Command("stats", None, "本周 阳光社区")),
        ("/Stats@GridBot 7d", Command("stats", "gridbot", "7d")),
        ("  /help", Command("help", None, "")),
        ("／help", Command("help", None, "")),
        ("/grant @x leader #a", Command("grant", None, "@x leader #a")),
        ("/etc/passwd", None),
        ("/", None),
        ("1/2", None),
        ("see /help", None),
        ("/help@OtherBot", None),
    ],
)
def test_a_command_stands_at_the_head(text: str, command: Command | None) -> None:
    assert read(text, bot_username="GridBot").command == command


def test_a_command_to_another_bot_moves_nothing() -> None:
    reading = read("/done@OtherBot 12 灯已换", bot_username="GridBot")
    assert (reading.move, reading.command, reading.numbers) == (None, None, ())
    assert reading.text == "/done@OtherBot 12 灯已换"


def test_commands_are_latin_as_telegram_demands() -> None:
    assert all(name.isascii() and name.islower() for name in COMMANDS)
