"""Whom a text names, and where."""

import pytest

from domain.grammar import Mention, Span, read


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("#问题 3幢2单元501漏水", "3幢2单元501"),
        ("3幢2单元501室漏水", "3幢2单元501室"),
        ("３幢２单元５０１漏水", "３幢２单元５０１"),
        ("三栋二单元501室 漏水", "三栋二单元501室"),
        ("我家12号楼3单元停电", "12号楼3单元"),
        ("十二号楼 3单元 502房", "十二号楼 3单元 502房"),
        ("3栋501水管爆了", "3栋501"),
        ("A座1201没电", "A座1201"),
        ("3幢5楼灯坏了", "3幢5楼"),
        ("2单元门坏了", "2单元"),
        ("501室没水", "501室"),
        ("3-2-501 没水", "3-2-501"),
        ("3#楼停电", "3#楼"),
        ("3#2单元停电", "3#2单元"),
        ("12号门坏了", "12号门"),
        ("Building 3 Unit 2 Room 501 leaks", "Building 3 Unit 2 Room 501"),
        ("leak in building 3, unit 2", "building 3, unit 2"),
        ("Room 501, Block B: no water", "Room 501, Block B"),
        ("Bldg. 12 is dark", "Bldg. 12"),
        ("3幢200块钱", "3幢"),
        ("3幢120户停电", "3幢"),
        ("那三栋楼都停电", None),
        ("一座桥断了", None),
        ("building a fence", None),
        ("2026-10-15 停电", None),
        ("电梯坏了", None),
    ],
)
def test_an_address_is_found_as_written(text: str, place: str | None) -> None:
    assert read(text).place == place


def test_an_address_in_a_link_is_none() -> None:
    assert read("https://x.com/3幢2单元501 #问题").place is None


@pytest.mark.parametrize(
    ("text", "usernames"),
    [
        ("#转办 @zhang3 请看", ["zhang3"]),
        ("请@Zhang_3处理 #需求", ["Zhang_3"]),
        ("＠zhang3 #需求", ["zhang3"]),
        ("@zhang3, @li4_ok @zhang3", ["zhang3", "li4_ok"]),
        ("@GridBot #需求", []),
        ("a@zhang3.com #需求", []),
        ("mail zhang@example.com", []),
        ("https://t.me/@zhang3", []),
        ("@ zhang3", []),
        ("@ab", []),
    ],
)
def test_people_are_named_by_username(text: str, usernames: list[str]) -> None:
    found = read(text, bot_username="gridbot").mentions
    assert [who.username for who in found] == usernames


def test_somebody_without_a_username_is_named_by_id() -> None:
    reading = read("👍 #转办 王小明 请看", [Span("text_mention", 7, 3, user_id=77)])
    assert reading.mentions == (Mention(None, 77, "王小明"),)
    assert reading.text == "👍 王小明 请看"
    assert read("#转办 王小明 请看", [Span("text_mention", 4, 3, 77)]).text == "请看"


def test_a_name_marked_by_telegram_is_not_found_twice() -> None:
    reading = read("@zhang3 #需求", [Span("mention", 0, 7)])
    assert reading.mentions == (Mention("zhang3", None, "zhang3"),)


def test_a_name_inside_code_or_an_address_is_nobody_s() -> None:
    assert read("`@foo` #转办", [Span("mention", 1, 4)]).mentions == ()
    assert read("#转办 www.x.com/@foo", [Span("mention", 14, 4)]).mentions == ()
