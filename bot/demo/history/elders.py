"""What the elderly and their families bring up, and what is done about it."""

from bot.demo.history.matter import Matter, Tag
from bot.demo.history.ways import Chances, Ways
from bot.demo.line import Line
from bot.demo.names import ELDERS as _OF

_MATTERS = (
    Matter(
        Tag.ISSUE,
        Line(
            "{place}楼道灯不亮，老人晚上上楼看不见",
            "The stair light in {place} is out, we can't see the steps",
        ),
        Line("灯泡和声控开关都换了，已试亮", "Bulb and sound switch replaced and tried"),
    ),
    Matter(
        Tag.ISSUE,
        Line(
            "{place}电梯关门太快，夹到了轮椅",
            "The lift in {place} closes too fast, it caught a wheelchair",
        ),
        Line(
            "维保调慢了关门时间，加了感应条",
            "The lift firm slowed the doors and added a sensor strip",
        ),
    ),
    Matter(
        Tag.DEMAND,
        Line(
            "{place}的朱奶奶出院了，想请人帮忙去药店配药",
            "Granny Zhu in {place} is home from hospital and needs her medicine fetched",
        ),
        Line(
            "志愿者小陈配好药送到家，约好每两周一次",
            "A volunteer brought it, and will again every two weeks",
        ),
    ),
    Matter(
        Tag.DEMAND,
        Line("老年食堂能不能周末也开？", "Could the elders' canteen open at weekends too?"),
        Line(
            "周六起供应午餐，周日可提前一天预订",
            "Lunch on Saturdays from now on; for Sundays book a day ahead",
        ),
    ),
    Matter(
        Tag.ISSUE,
        Line("{place}门口坡道的扶手松了，很危险", "The handrail of the ramp at {place} is loose"),
        Line("扶手重新固定，加了两根立柱", "Fixed again, with two more posts"),
    ),
    Matter(
        Tag.ISSUE,
        Line("健身角的座椅断了一条腿", "A bench in the exercise corner has a broken leg"),
        Line("换了新座椅，旧的已清走", "A new bench stands there, the old one is gone"),
    ),
    Matter(
        Tag.DEMAND,
        Line(
            "想请老师来教用手机交水电费", "Could somebody teach us to pay water and power by phone?"
        ),
        Line(
            "活动室每周四下午开课，第一期报了14位",
            "Every Thursday afternoon in the activity room; 14 have signed up",
        ),
    ),
    Matter(
        Tag.DEMAND,
        Line(
            "{place}独居的马大爷行动不便，能不能装个一键呼叫",
            "Old Mr Ma in {place} lives alone; could he get an alarm button?",
        ),
        Line("呼叫器已装好，连到社区值班电话", "Installed, it rings the community's duty phone"),
    ),
    Matter(
        Tag.ISSUE,
        Line("{place}楼下垃圾桶满了两天没人清", "The bins at {place} have been full for two days"),
        Line("物业已清运，早晚各加一次", "Emptied; now twice a day"),
    ),
    Matter(
        Tag.ISSUE,
        Line(
            "活动室的空调坏了，打牌的老人都走了",
            "The activity room's air conditioning is broken",
        ),
        Line(
            "换了电容、洗了滤网，已经正常", "A part was replaced and the filters cleaned, it works"
        ),
    ),
    Matter(
        Tag.DEMAND,
        Line(
            "能不能组织一次体检？量量血压血糖就行",
            "Could there be a check-up? Blood pressure and sugar will do",
        ),
        Line(
            "和卫生站约好上门体检，名单已贴在楼下",
            "Arranged with the clinic; the list hangs downstairs",
        ),
    ),
    Matter(
        Tag.ISSUE,
        Line(
            "{place}二楼水管漏水，墙都湿了",
            "A pipe leaks on the second floor of {place}, the wall is wet",
        ),
        Line(
            "换了一段水管，墙面干透后补漆",
            "A length of pipe was replaced; the wall will be painted once dry",
        ),
    ),
    Matter(
        Tag.ISSUE,
        Line(
            "小区北门的路面砖翘起来，绊倒过人",
            "Paving at the north gate stands up, somebody tripped",
        ),
        Line("翘起的砖重铺了十二块", "Twelve stones were laid anew"),
    ),
    Matter(
        Tag.DEMAND,
        Line(
            "高龄津贴怎么申请？家里老人这个月满八十了",
            "How do we apply for the old-age allowance? Somebody at home turns eighty this month",
        ),
        Line("网格员上门帮忙填表，材料已交街道", "The form was filled in at home and handed in"),
    ),
    Matter(
        Tag.ISSUE,
        Line(
            "{place}有人在楼道里给电瓶车充电",
            "Somebody charges an e-bike in the stairwell of {place}",
        ),
        Line(
            "已劝离，帮他在车棚开通了充电桩",
            "Talked to the owner; he has a charging point in the shed now",
        ),
    ),
    Matter(
        Tag.DEMAND,
        Line(
            "能不能在{place}旁边放一张长椅，走累了坐一坐",
            "Could a bench be put by {place}, to rest on the way?",
        ),
        Line("长椅装好了，带扶手", "There is one now, with armrests"),
    ),
    Matter(
        Tag.ISSUE,
        Line(
            "广场舞音响晚上十点还在放", "The dance music on the square still plays at ten at night"
        ),
        Line(
            "和舞队约定八点半前结束，已签字",
            "The dancers agreed, in writing, to end by half past eight",
        ),
    ),
    Matter(
        Tag.ISSUE,
        Line(
            "{place}的大门关不上，晚上不安心",
            "The door of {place} does not close, we don't feel safe at night",
        ),
        Line("换了闭门器，门禁也重新调过", "A new door closer; the lock was adjusted as well"),
    ),
    Matter(
        Tag.DEMAND,
        Line(
            "想借一副轮椅，老伴下周复查",
            "We would like to borrow a wheelchair for a check-up next week",
        ),
        Line("轮椅已送到家，用一个月", "It was brought, for a month"),
    ),
    Matter(
        Tag.ISSUE,
        Line(
            "{place}顶楼漏雨，天花板往下掉灰",
            "The roof of {place} leaks, plaster falls from the ceiling",
        ),
        Line(
            "屋面防水补好，下雨后复查过不漏", "The roof was sealed and stayed dry in the next rain"
        ),
    ),
    Matter(
        Tag.DEMAND,
        Line(
            "理发师傅什么时候再来？上次没轮到", "When does the barber come again? I missed my turn"
        ),
        Line(
            "每月第一个周三来，上次没轮到的先理",
            "Every first Wednesday; those who missed out go first",
        ),
    ),
    Matter(
        Tag.ISSUE,
        Line("{place}楼下的树枝压到电线了", "Branches press on the power line at {place}"),
        Line("园林队已修剪，供电所也看过", "Trimmed, and the power station had a look"),
    ),
)

_CHATTER = (
    Line("今天食堂的红烧肉不错", "The canteen's braised pork is good today"),
    Line("晚上有雨，记得收衣服", "Rain tonight, take your washing in"),
    Line("谁捡到一把蓝色的伞？", "Has anybody found a blue umbrella?"),
    Line("早上公园的桂花开了，真香", "The osmanthus in the park is out, it smells lovely"),
    Line("合唱队今晚照常排练", "The choir meets tonight as usual"),
    Line("谢谢小李，热心肠", "Thank you, Li, you are kind"),
    Line("周末社区放露天电影", "There is a film in the yard at the weekend"),
    Line("收到", "Noted"),
)

ELDERS = Ways(
    of=_OF,
    chances=Chances(
        answered_median=1.6,
        settled_median=34,
        late=0.05,
        questioned=0.10,
        rated=0.52,
        unsolved=0.03,
    ),
    weekly=(4, 5, 6, 9, 6, 4, 3, 5, 6, 6, 6, 5, 6),
    matters=_MATTERS,
    chatter_weekly=4,
    chatter=_CHATTER,
)
