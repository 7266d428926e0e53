"""What is said in the demo's first week, in both languages."""

from dataclasses import dataclass

from bot.demo.line import LanguageCode


@dataclass(frozen=True, slots=True)
class Script:
    """The lines of one language's scene; the last four are the transcript's own words."""

    language: LanguageCode
    lift: str
    lift_done: str
    lamp: str
    lamp_tag: str
    lamp_done: str
    lamp_done_again: str
    phones: str
    accept_tag: str
    stats: str
    stats_later: str
    popup: str
    taps: str
    edits: str
    private: str


ZH = Script(
    language="zh",
    lift="#问题 3幢2单元电梯又坏了，老人下不了楼",
    lift_done="#办结 维保换了门机板，电梯恢复运行",
    lamp="自行车棚的灯不亮，晚上看不清路",
    lamp_tag="#问题",
    lamp_done="#办结 换了灯泡",
    lamp_done_again="#办结 线路老化，已重新接线，两盏灯都亮了",
    phones="#需求 周末能不能请志愿者教老人用手机挂号",
    accept_tag="#受理",
    stats="/stats 本周",
    stats_later="/stats 上月",
    popup="弹窗",
    taps="点按",
    edits="改写了自己的消息",
    private="私聊",
)

EN = Script(
    language="en",
    lift="#issue The lift in Building 3 Unit 2 is broken again, the old people can't get down",
    lift_done="#done The door controller was replaced, the lift runs again",
    lamp="The lamps in the bicycle shed are out, you can't see the path at night",
    lamp_tag="#issue",
    lamp_done="#done Bulb replaced",
    lamp_done_again="#done The wiring was worn; it has been renewed and both lamps are on",
    phones="#demand Could volunteers show the elderly how to book a doctor by phone?",
    accept_tag="#accept",
    stats="/stats week",
    stats_later="/stats last month",
    popup="pop-up",
    taps="taps",
    edits="edits its message",
    private="private chat",
)

SCRIPTS = {script.language: script for script in (ZH, EN)}
