"""The people, groups and areas of the demo, by their names in both languages."""

from dataclasses import dataclass

from bot.demo.line import Line


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody with a name in each language and, unless empty, a username."""

    name: Line
    username: str = ""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A service group and its people; `community` is where it counts, `places` are its houses."""

    title: Line
    community: Line
    leader: Named
    residents: tuple[Named, ...]
    places: tuple[Line, ...]


SUBDISTRICT = Line("青荷街道", "Qinghe")
LIULANG = Line("柳浪社区", "Liulang")
WENLAN = Line("文澜社区", "Wenlan")

OWNER = Named(Line("周明", "Zhou Ming"), "zhouming")
INSPECTOR = Named(Line("何静", "He Jing"), "hejing")
HEADS = {
    LIULANG: Named(Line("方主任", "Director Fang"), "fangzhuren"),
    WENLAN: Named(Line("沈主任", "Director Shen"), "shenzhuren"),
}
NEWCOMER = Named(Line("小杨", "Xiao Yang"), "xiaoyang")

ELDERS = Neighbourhood(
    title=Line("柳浪银龄服务群", "Liulang Elderly Care"),
    community=LIULANG,
    leader=Named(Line("李红", "Li Hong"), "lihong"),
    residents=(
        Named(Line("王梅", "Wang Mei"), "wangmei"),
        Named(Line("陈伯", "Uncle Chen")),
        Named(Line("刘阿姨", "Auntie Liu"), "liuayi"),
        Named(Line("徐奶奶", "Granny Xu")),
        Named(Line("郑老师", "Teacher Zheng"), "zhenglaoshi"),
        Named(Line("吴伯伯", "Uncle Wu")),
        Named(Line("冯大妈", "Auntie Feng")),
        Named(Line("蒋阿姨", "Auntie Jiang"), "jiangayi"),
        Named(Line("沈叔", "Uncle Shen")),
        Named(Line("何阿婆", "Granny He")),
        Named(Line("钱师傅", "Master Qian"), "qianshifu"),
        Named(Line("孙爷爷", "Grandpa Sun")),
    ),
    places=(
        Line("1幢1单元", "Building 1 Unit 1"),
        Line("2幢3单元", "Building 2 Unit 3"),
        Line("3幢2单元", "Building 3 Unit 2"),
        Line("5幢1单元", "Building 5 Unit 1"),
        Line("6幢4单元", "Building 6 Unit 4"),
        Line("8幢2单元", "Building 8 Unit 2"),
        Line("9幢3单元", "Building 9 Unit 3"),
    ),
)
TENANTS = Neighbourhood(
    title=Line("柳浪租住之家服务群", "Liulang Rented Homes"),
    community=LIULANG,
    leader=Named(Line("孙伟", "Sun Wei"), "sunwei"),
    residents=(
        Named(Line("小马", "Xiao Ma"), "xiaoma"),
        Named(Line("阿强", "A Qiang")),
        Named(Line("小雨", "Xiao Yu"), "xiaoyu"),
        Named(Line("老田", "Old Tian")),
        Named(Line("阿芳", "A Fang")),
    ),
    places=(),
)
TALENTS = Neighbourhood(
    title=Line("文澜人才线上服务群", "Wenlan Talents Online"),
    community=WENLAN,
    leader=Named(Line("赵磊", "Zhao Lei"), "zhaolei"),
    residents=(
        Named(Line("林一帆", "Lin Yifan"), "linyifan"),
        Named(Line("周子涵", "Zhou Zihan"), "zhouzihan"),
        Named(Line("许诺", "Xu Nuo")),
        Named(Line("高远", "Gao Yuan"), "gaoyuan"),
        Named(Line("唐棠", "Tang Tang"), "tangtang"),
        Named(Line("宋知行", "Song Zhixing")),
        Named(Line("罗晓", "Luo Xiao"), "luoxiao"),
        Named(Line("谢博", "Xie Bo")),
        Named(Line("韩雪", "Han Xue"), "hanxue"),
        Named(Line("曹睿", "Cao Rui")),
        Named(Line("邓佳", "Deng Jia"), "dengjia"),
        Named(Line("彭飞", "Peng Fei")),
    ),
    places=(
        Line("A座", "Tower A"),
        Line("B座", "Tower B"),
        Line("C座", "Tower C"),
        Line("创业公寓2幢", "Startup House 2"),
        Line("E座", "Tower E"),
        Line("D座", "Tower D"),
    ),
)
