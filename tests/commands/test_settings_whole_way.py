"""Greeting, set-up and questions, by way of Telegram, inbox, commands and outbox."""

from tests.scene import Gridward


async def test_the_bot_greets_in_two_lines_when_it_is_added(gridward: Gridward) -> None:
    greeting = await gridward.found("#问题", "#需求")
    assert greeting.text.count("\n") == 1
    assert len(gridward.spoken()) == 1


async def test_an_administrator_sets_the_language_by_buttons(gridward: Gridward) -> None:
    sandbox, group = gridward.sandbox, gridward.group
    await gridward.found("#问题")
    sandbox.say(gridward.li, group, "/setup")
    screen = await gridward.found("翠苑三区的设置")
    assert "网格长" in await gridward.tap(gridward.mei, screen, "语言")
    await gridward.tap(gridward.li, screen, "语言")
    screen = await gridward.found("这里用哪种语言")
    await gridward.tap(gridward.li, screen, "English")
    await gridward.found("Settings of 翠苑三区", "Language: English")
    assert len(gridward.spoken()) == 2


async def test_a_list_is_turned_in_place(gridward: Gridward) -> None:
    for number in range(9):
        gridward.sandbox.say(gridward.mei, gridward.group, f"#问题 第{number}盏灯坏了")
    await gridward.found("第8盏灯坏了")
    gridward.sandbox.say(gridward.chen, gridward.group, "/cases@gridward_bot 问题")
    page = await gridward.found("事项 · 翠苑三区", "第8盏灯坏了")
    await gridward.tap(gridward.chen, page, "更早 »")
    await gridward.found("事项 · 翠苑三区", "第0盏灯坏了")


async def test_a_resident_asks_for_theirs_in_private(gridward: Gridward) -> None:
    sandbox = gridward.sandbox
    sandbox.say(gridward.mei, gridward.group, "#需求 想装充电桩")
    await gridward.found("想装充电桩")
    private = sandbox.private(gridward.mei, gridward.me)
    sandbox.say(gridward.mei, private, "/mine")
    await gridward.found("我提的诉求", "想装充电桩", chat=private)
    sandbox.say(gridward.chen, sandbox.private(gridward.chen, gridward.me), "/case 1")
    await gridward.found("没有 №1", chat=sandbox.private(gridward.chen, gridward.me))


async def test_a_group_that_becomes_a_supergroup_keeps_its_cases(gridward: Gridward) -> None:
    sandbox = gridward.sandbox
    small = sandbox.add_group("西溪一区", gridward.li, supergroup=False)
    for person in (gridward.mei, gridward.me):
        sandbox.add_member(small, person)
    sandbox.say(gridward.mei, small, "#问题 灯坏了")
    await gridward.found("灯坏了", chat=small)
    grown = sandbox.migrate(small)
    sandbox.say(gridward.mei, grown, "/cases")
    await gridward.found("事项 · 西溪一区", "灯坏了", chat=grown)


async def test_a_removed_bot_is_quiet_and_takes_up_where_it_was(gridward: Gridward) -> None:
    sandbox, group = gridward.sandbox, gridward.group
    sandbox.say(gridward.mei, group, "#问题 灯坏了")
    await gridward.found("灯坏了")
    sandbox.kick(group, gridward.me)
    sandbox.add_member(group, gridward.me)
    sandbox.say(gridward.mei, group, "/cases")
    await gridward.found("事项 · 翠苑三区", "灯坏了")
    assert len([each for each in gridward.spoken() if "编号和期限" in each.text]) == 1
