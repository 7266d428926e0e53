"""What tenants talk of among themselves: troubles too, but they ask nobody to see to them."""

from bot.demo.history.ways import Chances, Ways
from bot.demo.line import Line
from bot.demo.names import TENANTS as _OF

_CHATTER = (
    Line("谁家有多余的床垫", "Has anybody a spare mattress?"),
    Line(
        "下水道好像又堵了，算了，自己通吧",
        "The drain is blocked again; never mind, I'll do it myself",
    ),
    Line("房租又涨了一百", "The rent went up again"),
    Line("有人合租吗？两室一厅", "Anybody to share a two-room flat?"),
    Line("快递放门卫了", "The parcel is with the porter"),
    Line("晚上好吵啊", "It is so noisy tonight"),
)

TENANTS = Ways(
    of=_OF,
    chances=Chances(
        answered_median=0,
        settled_median=0,
        late=0,
        questioned=0,
        rated=0,
        unsolved=0,
    ),
    weekly=(0,) * 13,
    matters=(),
    chatter_weekly=2,
    chatter=_CHATTER,
)
