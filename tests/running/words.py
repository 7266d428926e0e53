"""What the people of an estate write, and what they look for in answers, in both languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One language's names, lines and findings; `grant` is filled in with who is meant."""

    language: str
    community: str
    group: str
    grant: str
    greeting: str
    choose_community: str
    accept_group: str
    tagged: str
    untagged: str
    tag: str
    card_new: str
    accept: str
    accepted: str
    done: str
    outcome: str
    best: str
    only_requester: str
    chosen: str
    solved: str
    thanks: str
    rated: str
    stats: str
    figures: str
    weekly: str
    overdue: str


ZH = Words(
    language="zh",
    community="翠苑社区",
    group="翠苑三区服务群",
    grant="/grant @{head} 主任 翠苑社区 古荡街道",
    greeting="大家好！",
    choose_community="村社",
    accept_group="接受本群",
    tagged="#问题 3幢2单元电梯坏了",
    untagged="自行车棚的灯不亮",
    tag="#问题",
    card_new="问题 · 待受理",
    accept="受理",
    accepted="办理中",
    done="#办结 换了灯泡",
    outcome="已办结：换了灯泡",
    best="非常满意",
    only_requester="只有诉求人可以评价",
    chosen="您选了：非常满意",
    solved="已解决",
    thanks="谢谢您的评价",
    rated="诉求人已评价",
    stats="/stats 本周",
    figures="2026年第46周",
    weekly="一周小结",
    overdue="/overdue",
)

EN = Words(
    language="en",
    community="Jiulian",
    group="Jiulian Block 3 Service Group",
    grant="/grant @{head} head Jiulian",
    greeting="Hello!",
    choose_community="Community",
    accept_group="Accept this group",
    tagged="#issue The lift in Building 3 is broken",
    untagged="The lamps in the bicycle shed are out",
    tag="#issue",
    card_new="issue · new",
    accept="Accept",
    accepted="in hand",
    done="#done Bulb replaced",
    outcome="reported settled: Bulb replaced",
    best="Very satisfied",
    only_requester="Only the requester can rate",
    chosen="You chose: Very satisfied",
    solved="Solved",
    thanks="Thank you for rating",
    rated="The requester has rated",
    stats="/stats week",
    figures="Week 46 of 2026",
    weekly="Weekly summary",
    overdue="/overdue",
)
