"""A case from the tag to the rating, by way of Telegram, inbox, commands and outbox."""

from datetime import timedelta

from sandbox import Draft
from tests.scene import Gridward


async def test_a_case_is_opened_accepted_settled_and_rated(gridward: Gridward) -> None:
    sandbox, group = gridward.sandbox, gridward.group
    said = sandbox.say(gridward.mei, group, "👍🏽 #问题 电梯坏了 <b>三天</b>")
    card = await gridward.found("№1 问题 · 待受理", "👍🏽 电梯坏了 <b>三天</b>")
    assert card.reply_to == said.id
    assert await gridward.tap(gridward.li, card, "受理") == "№1 已由您受理。"
    await gridward.found("№1 问题 · 办理中", "承办人：李强")
    sandbox.say(gridward.li, group, "#办结 电梯已修好", said)
    asked = await gridward.found("王梅，№1 已办结：电梯已修好")
    assert "只有诉求人可以评价" in await gridward.tap(gridward.chen, asked, "非常满意")
    assert "您选了：非常满意" in await gridward.tap(gridward.mei, asked, "非常满意")
    asked = await gridward.found("问题解决了吗")
    await gridward.tap(gridward.mei, asked, "已解决")
    await gridward.found("已收到评价")
    await gridward.found("№1 问题 · 已办结", "诉求人已评价")
    assert len([m for m in gridward.spoken() if "№1" in m.text]) == 2


async def test_a_leader_tags_a_residents_message_hours_later(gridward: Gridward) -> None:
    sandbox, group = gridward.sandbox, gridward.group
    said = sandbox.say(gridward.mei, group, "楼道灯坏了")
    sandbox.clock.advance(timedelta(hours=3))
    sandbox.say(gridward.li, group, "#隐患 请物业看看", said)
    await gridward.found("楼道灯坏了\n请物业看看", "诉求人：王梅")
    async with gridward.database.look() as work:
        case = await work.cases.get(1)
    assert case is not None
    assert (case.requester, case.tagger) == (gridward.mei.id, gridward.li.id)
    assert case.opened_at - case.started_at >= timedelta(hours=3)


async def test_a_tag_added_by_an_edit_opens_the_case(gridward: Gridward) -> None:
    said = gridward.sandbox.say(gridward.mei, gridward.group, "楼道灯坏了")
    gridward.sandbox.edit(gridward.mei, said, "楼道灯坏了 #问题")
    card = await gridward.found("№1 问题", "楼道灯坏了")
    assert card.reply_to == said.id


async def test_an_edit_of_the_words_reaches_the_card(gridward: Gridward) -> None:
    said = gridward.sandbox.say(gridward.mei, gridward.group, "#问题 灯坏了")
    await gridward.found("№1 问题", "灯坏了")
    gridward.sandbox.edit(gridward.mei, said, "#问题 三楼的灯坏了")
    await gridward.found("№1 问题", "三楼的灯坏了")


async def test_the_group_itself_may_tag_but_never_asks(gridward: Gridward) -> None:
    draft = Draft(text="#问题 井盖松动", anonymous=True)
    gridward.sandbox.send(gridward.li, gridward.group, draft)
    card = await gridward.found("№1 问题", "巡查发现")
    assert "诉求人" not in card.text


async def test_the_window_closes_a_case_by_itself(gridward: Gridward) -> None:
    said = gridward.sandbox.say(gridward.mei, gridward.group, "#问题 灯坏了")
    await gridward.found("№1 问题 · 待受理")
    gridward.sandbox.say(gridward.li, gridward.group, "#办结 灯已换", said)
    await gridward.found("王梅，№1 已办结：灯已换")
    gridward.sandbox.clock.advance(timedelta(days=7, minutes=1))
    card = await gridward.found("№1 问题 · 已结案")
    assert card.buttons == ()


async def test_a_reason_is_told_in_private(gridward: Gridward) -> None:
    sandbox = gridward.sandbox
    said = sandbox.say(gridward.mei, gridward.group, "#问题 灯坏了")
    await gridward.found("№1 问题 · 待受理")
    sandbox.say(gridward.li, gridward.group, "#办结 灯已换", said)
    asked = await gridward.found("王梅，№1 已办结")
    await gridward.tap(gridward.mei, asked, "不满意")
    asked = await gridward.found("问题解决了吗")
    assert "私下补充说明" in await gridward.tap(gridward.mei, asked, "已解决")
    private = sandbox.private(gridward.mei, gridward.me)
    sandbox.say(gridward.mei, private, "/start why-1")
    await gridward.found("群里看不到", chat=private)
    sandbox.say(gridward.mei, private, "来得太晚")
    await gridward.found("监委会会看到", chat=private)
    assert not [m for m in gridward.spoken() if "来得太晚" in m.text]
