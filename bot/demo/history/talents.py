"""What young newcomers served online bring up, and what is done about it."""

from bot.demo.history.matter import Matter, Tag
from bot.demo.history.ways import Chances, Ways
from bot.demo.line import Line
from bot.demo.names import TALENTS as _OF

_MATTERS = (
    Matter(
        Tag.DEMAND,
        Line(
            "租房补贴的材料要不要房东签字？", "Does the landlord have to sign for the rent subsidy?"
        ),
        Line(
            "不用，网签合同即可，清单已发群文件",
            "No, the online contract will do; the list is in the group's files",
        ),
    ),
    Matter(
        Tag.DEMAND,
        Line(
            "孩子明年上小学，想了解积分入学",
            "My child starts school next year, how do the points work?",
        ),
        Line(
            "周六下午有线上说明会，链接已发群里",
            "There is an online meeting on Saturday; the link is in the group",
        ),
    ),
    Matter(
        Tag.ISSUE,
        Line(
            "{place}宽带晚上八点后断线", "The broadband in {place} drops after eight in the evening"
        ),
        Line(
            "运营商换了楼道分光器，测速正常",
            "The provider replaced the splitter, speeds are normal",
        ),
    ),
    Matter(
        Tag.ISSUE,
        Line(
            "{place}地库有人长期占用充电桩",
            "Somebody keeps a charging point in the garage of {place} occupied",
        ),
        Line("充满后半小时自动收占位费，已生效", "Half an hour after charging a fee applies now"),
    ),
    Matter(
        Tag.DEMAND,
        Line(
            "共享会议室能不能延长到晚上十点", "Could the shared meeting room stay open until ten?"
        ),
        Line("工作日延长到二十二点，刷卡进出", "It does on working days, with the card"),
    ),
    Matter(
        Tag.ISSUE,
        Line(
            "{place}快递柜三号屏幕坏了，取不出件",
            "The screen of parcel locker 3 at {place} is dead",
        ),
        Line(
            "厂家换了主板，滞留的件已联系本人",
            "The board was replaced; owners of stuck parcels were called",
        ),
    ),
    Matter(
        Tag.DEMAND,
        Line(
            "想办居住证，晚上下班后有窗口吗？",
            "Is there a counter for the residence card after work?",
        ),
        Line("周二周四晚上开到八点，也可网上办", "Tuesdays and Thursdays until eight, or online"),
    ),
    Matter(
        Tag.ISSUE,
        Line(
            "{place}隔壁装修早上六点就开工",
            "Next to {place} renovation starts at six in the morning",
        ),
        Line("已约谈施工方，八点前不得开工", "The builders were spoken to: not before eight"),
    ),
    Matter(
        Tag.ISSUE,
        Line(
            "{place}外墙瓷砖掉了一块，下面是人行道",
            "A tile fell from the front of {place} onto the footpath",
        ),
        Line(
            "围挡两天，高空车逐块敲检加固", "Fenced for two days, every tile was checked and fixed"
        ),
    ),
    Matter(
        Tag.DEMAND,
        Line("能不能组织一次新人见面会", "Could there be a get-together for newcomers?"),
        Line("定在周六下午，已有32人报名", "Saturday afternoon it is; 32 have signed up"),
    ),
    Matter(
        Tag.ISSUE,
        Line("{place}门禁刷脸失败好几天了", "Face entry at {place} has failed for days"),
        Line("系统升级完成，重录人脸后正常", "Updated; it works after enrolling once more"),
    ),
    Matter(
        Tag.ISSUE,
        Line("楼下夜宵摊油烟熏到{place}", "Smoke from the night stall reaches {place}"),
        Line("摊位移到疏导点，装了净化器", "The stall moved and has a filter now"),
    ),
    Matter(
        Tag.DEMAND,
        Line("公积金异地转入怎么办？", "How do I transfer my housing fund from another city?"),
        Line(
            "手机办理步骤已发，三位邻居办成了",
            "The steps were posted; three neighbours have done it",
        ),
    ),
    Matter(
        Tag.ISSUE,
        Line("{place}共享单车堵住消防通道", "Shared bikes block the fire lane at {place}"),
        Line("清走四十多辆，地上画了禁停框", "Over forty were moved and a no-parking box painted"),
    ),
    Matter(
        Tag.DEMAND,
        Line("托班最小收多大的孩子？", "From what age does the nursery take children?"),
        Line("十八个月起，下月有六个名额", "From 18 months; six places next month"),
    ),
    Matter(
        Tag.ISSUE,
        Line(
            "{place}水压太低，洗澡一会热一会冷", "Water pressure in {place} is too low for a shower"
        ),
        Line("二次供水泵检修过，压力正常", "The pump was serviced, pressure is normal"),
    ),
    Matter(
        Tag.ISSUE,
        Line("{place}雨天地库积水", "The garage of {place} floods when it rains"),
        Line("疏通排水沟，备了沙袋和水泵", "Drains cleared; sandbags and a pump stand ready"),
    ),
    Matter(
        Tag.DEMAND,
        Line("人才公寓续租要提前多久申请", "How early must I apply to renew my flat?"),
        Line("提前六十天，到期前会短信提醒", "Sixty days; a text message reminds you"),
    ),
    Matter(
        Tag.ISSUE,
        Line("{place}电梯里广告声音太大", "The adverts in the lift of {place} are too loud"),
        Line("晚八点到早八点静音", "Muted from eight to eight at night"),
    ),
    Matter(
        Tag.DEMAND,
        Line(
            "图书角想添几本编程和日语书",
            "The book corner could use some on programming and Japanese",
        ),
        Line("采购了二十六本，周末上架", "26 were bought and will be out at the weekend"),
    ),
    Matter(
        Tag.ISSUE,
        Line(
            "{place}门前的红绿灯时间太短，推婴儿车过不去",
            "The green light in front of {place} is too short with a pram",
        ),
        Line("交警延长了八秒", "The traffic police added eight seconds"),
    ),
    Matter(
        Tag.ISSUE,
        Line("{place}消防栓玻璃碎了", "The glass of a hydrant box in {place} is broken"),
        Line("换了玻璃，水带和枪头都在", "Replaced; hose and nozzle are complete"),
    ),
)

_CHATTER = (
    Line("周末有人一起打羽毛球吗", "Badminton at the weekend, anybody?"),
    Line("地铁今天又挤爆了", "The metro was packed again today"),
    Line("转让九成新显示器一台", "A nearly new monitor to give away"),
    Line("谢谢，已经办好了", "Thanks, it worked"),
    Line("夜跑群晚上八点北门集合", "Night runners: north gate at eight"),
    Line("周末有拼车去湖州的吗", "Anybody driving to Huzhou at the weekend?"),
    Line("收到，辛苦了", "Got it, thank you"),
    Line("谁的猫在楼道里叫", "Whose cat is calling in the stairwell?"),
)

TALENTS = Ways(
    of=_OF,
    chances=Chances(
        answered_median=5,
        settled_median=62,
        late=0.08,
        questioned=0.14,
        rated=0.40,
        unsolved=0.03,
    ),
    weekly=(4, 5, 5, 8, 6, 4, 2, 5, 5, 6, 5, 6, 5),
    matters=_MATTERS,
    chatter_weekly=4,
    chatter=_CHATTER,
)
