"""What is said in the demo's week, in both languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Script:
    """The names and lines of one language's scene."""

    language: str
    owner: str
    inspector: str
    head: str
    leader: str
    mei: str
    chen: str
    liu: str
    group: str
    grant_inspector: str
    grant_head: str
    lift: str
    lift_done: str
    lamp: str
    lamp_tag: str
    lamp_done: str
    lamp_done_again: str
    phones: str
    accept_tag: str
    stats: str
    popup: str
    taps: str
    edits: str
    private: str
    adds_bot: str


ZH = Script(
    language="zh",
    owner="周明",
    inspector="何静",
    head="方主任",
    leader="李红",
    mei="王梅",
    chen="陈伯",
    liu="刘阿姨",
    group="翠苑三区服务群",
    grant_inspector="/grant @hejing 街道纪委 古荡街道",
    grant_head="/grant @fangzhuren 主任 翠苑社区 古荡街道",
    lift="#问题 3幢2单元电梯又坏了，老人下不了楼",
    lift_done="#办结 维保换了门机板，电梯恢复运行",
    lamp="自行车棚的灯不亮，晚上看不清路",
    lamp_tag="#问题",
    lamp_done="#办结 换了灯泡",
    lamp_done_again="#办结 线路老化，已重新接线，两盏灯都亮了",
    phones="#需求 周末能不能请志愿者教老人用手机挂号",
    accept_tag="#受理",
    stats="/stats 本周",
    popup="弹窗",
    taps="点按",
    edits="改写了自己的消息",
    private="私聊",
    adds_bot="李红把机器人拉进了群",
)

EN = Script(
    language="en",
    owner="Zhou Ming",
    inspector="He Jing",
    head="Director Fang",
    leader="Li Hong",
    mei="Wang Mei",
    chen="Uncle Chen",
    liu="Auntie Liu",
    group="Cuiyuan Block 3 Service Group",
    grant_inspector="/grant @hejing inspector Gudang",
    grant_head="/grant @fangzhuren head Cuiyuan Gudang",
    lift="#issue The lift in Building 3 Unit 2 is broken again, the old people can't get down",
    lift_done="#done The door controller was replaced, the lift runs again",
    lamp="The lamps in the bicycle shed are out, you can't see the path at night",
    lamp_tag="#issue",
    lamp_done="#done Bulb replaced",
    lamp_done_again="#done The wiring was worn; it has been renewed and both lamps are on",
    phones="#demand Could volunteers show the elderly how to book a doctor by phone?",
    accept_tag="#accept",
    stats="/stats week",
    popup="pop-up",
    taps="taps",
    edits="edits its message",
    private="private chat",
    adds_bot="Li Hong adds the bot to the group",
)

SCRIPTS = {script.language: script for script in (ZH, EN)}
