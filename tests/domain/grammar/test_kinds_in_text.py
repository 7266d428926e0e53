"""Kinds, urgency, categories and labels, as people tag them."""

import pytest

from domain.grammar import read
from domain.kinds import CaseKind

DEMAND, ISSUE = CaseKind.DEMAND, CaseKind.ISSUE
CATEGORIES = {
    "路灯": "照明",
    "照明": "照明",
    "电梯": "电梯",
    "Street Lamp": "照明",
    "隐患排查": "排查",
}


@pytest.mark.parametrize(
    ("text", "kind", "left"),
    [
        ("#需求 楼下装个充电桩", DEMAND, "楼下装个充电桩"),
        ("#诉求 楼下装个充电桩", DEMAND, "楼下装个充电桩"),
        ("#demand a charging point", DEMAND, "a charging point"),
        ("#request a charging point", DEMAND, "a charging point"),
        ("#问题 电梯坏了", ISSUE, "电梯坏了"),
        ("#隐患 电线裸露", ISSUE, "电线裸露"),
        ("#投诉 装修太吵", ISSUE, "装修太吵"),
        ("#issue the lift is broken", ISSUE, "the lift is broken"),
        ("#problem the lift is broken", ISSUE, "the lift is broken"),
        ("#问题电梯坏了", ISSUE, "电梯坏了"),
        ("#需求装个充电桩", DEMAND, "装个充电桩"),
        ("＃问题 电梯坏了", ISSUE, "电梯坏了"),
        ("﹟问题 电梯坏了", ISSUE, "电梯坏了"),
        ("##问题 电梯坏了", ISSUE, "电梯坏了"),
        ("#问题# 电梯坏了", ISSUE, "电梯坏了"),
        ("#问题#电梯坏了", ISSUE, "电梯坏了"),
        ("＃问题＃：电梯坏了", ISSUE, "电梯坏了"),
        ("#问题：电梯坏了", ISSUE, "电梯坏了"),
        ("#问题:电梯坏了", ISSUE, "电梯坏了"),
        ("#问题，电梯坏了", ISSUE, "电梯坏了"),
        ("电梯坏了 #问题", ISSUE, "电梯坏了"),
        ("电梯坏了，#问题", ISSUE, "电梯坏了"),
        ("电梯坏了#问题", ISSUE, "电梯坏了"),
        ("电梯坏了。#问题", ISSUE, "电梯坏了。"),
        ("楼道 #问题 灯坏了", ISSUE, "楼道 灯坏了"),
        ("楼道#问题灯坏了", ISSUE, "楼道 灯坏了"),
        ("#问题\n电梯坏了\n三天了", ISSUE, "电梯坏了\n三天了"),
        ("#ISSUE lamp", ISSUE, "lamp"),
        ("#Issue lamp", ISSUE, "lamp"),
        ("#ＩＳＳＵＥ lamp", ISSUE, "lamp"),
        ("＃ｉｓｓｕｅ　lamp", ISSUE, "lamp"),
        ("#demand: a lamp", DEMAND, "a lamp"),
        ("#demand, a lamp", DEMAND, "a lamp"),
        ("lamp #issue, please", ISSUE, "lamp, please"),
        ("lamp #issue!", ISSUE, "lamp!"),
        ("#issue电梯", ISSUE, "电梯"),
        ("#issue-lamp", ISSUE, "-lamp"),
        ("broken#issue", ISSUE, "broken"),
        ("#issue #demand both", ISSUE, "both"),
        ("#demand #issue both", DEMAND, "both"),
        ("#问题#需求 都有", ISSUE, "都有"),
        ("#需求#问题 都有", DEMAND, "都有"),
        ("/demand a lamp", DEMAND, "a lamp"),
        ("/issue a lamp", ISSUE, "a lamp"),
        ("/issue@GridBot a lamp", ISSUE, "a lamp"),
        ("/issue电梯坏了", ISSUE, "电梯坏了"),
        ("/issue", ISSUE, ""),
        ("/issue #demand a lamp", ISSUE, "a lamp"),
        ("#问题", ISSUE, ""),
        ("@GridBot #问题 电梯坏了", ISSUE, "电梯坏了"),
        ("\u200f#问题 电梯坏了", ISSUE, "电梯坏了"),
        ("#\u200b问\u200b题 电梯坏了", ISSUE, "电梯坏了"),
        ("هذا #issue مصعد", ISSUE, "هذا مصعد"),
        ("👍🏽👨‍👩‍👧#问题 电梯坏了", ISSUE, "👍🏽👨‍👩‍👧 电梯坏了"),
        ("电梯坏了", None, "电梯坏了"),
        ("issue", None, "issue"),
        ("# 问题", None, "# 问题"),
        ("# issue", None, "# issue"),
        ("C# issue", None, "C# issue"),
        ("#️⃣问题", None, "#️⃣问题"),
        ("#", None, "#"),
        ("", None, ""),
        ("   ", None, ""),
        ("#issues are many", None, "are many"),
        ("#issuetracker is down", None, "is down"),
        ("#issue_tracker is down", None, "is down"),
        ("#demanding work", None, "work"),
        ("#demandé", None, "demandé"),
        ("#issue2 lamp", None, "lamp"),
    ],
)
def test_a_kind_is_read_and_its_tag_taken_out(text: str, kind: CaseKind | None, left: str) -> None:
    reading = read(text, bot_username="GridBot")
    assert (reading.kind, reading.text) == (kind, left)


@pytest.mark.parametrize(
    ("text", "urgent", "left"),
    [
        ("#问题 #紧急 漏水", True, "漏水"),
        ("#紧急#问题漏水", True, "漏水"),
        ("#问题##紧急 漏水", True, "漏水"),
        ("#问题#紧急#漏水", True, "漏水"),
        ("#issue #URGENT leak", True, "leak"),
        ("/issue leak #urgent", True, "leak"),
        ("#问题 紧急漏水", False, "紧急漏水"),
        ("#issue #urgently leak", False, "leak"),
    ],
)
def test_urgency_is_said_by_a_tag(text: str, urgent: bool, left: str) -> None:  # noqa: FBT001 - a column of the table
    reading = read(text)
    assert (reading.urgent, reading.text) == (urgent, left)


@pytest.mark.parametrize(
    ("text", "categories", "labels", "left"),
    [
        ("#问题 #路灯 三号楼前不亮", ("照明",), (), "三号楼前不亮"),
        ("#问题 #路灯# 三号楼前不亮", ("照明",), (), "三号楼前不亮"),
        ("#问题#路灯 三号楼前不亮", ("照明",), (), "三号楼前不亮"),
        ("#问题 #路灯 #照明 不亮", ("照明",), (), "不亮"),
        ("#路灯 #电梯 #问题 都坏了", ("照明", "电梯"), (), "都坏了"),
        ("#问题 #路灯坏了", ("照明",), (), "路灯坏了"),
        ("楼下的 #路灯 不亮 #问题", ("照明",), (), "楼下的 路灯 不亮"),
        ("楼下的#路灯 不亮 #问题", ("照明",), (), "楼下的路灯 不亮"),
        ("#issue #street_lamp dark", ("照明",), (), "dark"),
        ("#issue #StreetLamp dark", ("照明",), (), "dark"),
        ("#issue #streetlamps dark", (), ("streetlamps",), "dark"),
        ("#issue the #elevator is broken", (), ("elevator",), "the elevator is broken"),
        ("#隐患排查 电线", ("排查",), (), "电线"),
        ("#问题 #小红帽 #小红帽 电线", (), ("小红帽",), "电线"),
        ("#问题 #Lift3 stuck", (), ("Lift3",), "stuck"),
        ("#问题 #小红帽", (), ("小红帽",), "小红帽"),
        ("#问题 #路灯", ("照明",), (), "路灯"),
        ("#问题 #3楼 漏水", (), (), "#3楼 漏水"),
        ("3#楼停电 #问题", (), (), "3#楼停电"),
    ],
)
def test_other_tags_are_categories_or_labels(
    text: str, categories: tuple[str, ...], labels: tuple[str, ...], left: str
) -> None:
    reading = read(text, categories=CATEGORIES)
    assert (reading.categories, reading.labels, reading.text) == (categories, labels, left)


def test_a_category_of_a_longer_name_wins_over_the_kind_it_begins_with() -> None:
    assert read("#隐患排查 电线", categories=CATEGORIES).kind is None
    assert read("#隐患排查 电线").kind is ISSUE


def test_a_category_cannot_take_the_name_of_a_kind() -> None:
    reading = read("#问题 灯", categories={"问题": "其他"})
    assert (reading.kind, reading.categories) == (ISSUE, ())
