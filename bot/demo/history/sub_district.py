"""The sub-district's twelve weeks: two more groups settle in, and all three live side by side."""

from collections.abc import AsyncIterator, Iterator
from datetime import datetime, timedelta

from bot.demo.cast import ServiceGroup
from bot.demo.history.elders import ELDERS
from bot.demo.history.life import Life
from bot.demo.history.plan import plan, talk
from bot.demo.history.playing import OnMoment, play
from bot.demo.history.talents import TALENTS
from bot.demo.history.tenants import TENANTS
from bot.demo.line import Line
from bot.demo.settling_in import appoint_head, settle_in
from bot.demo.stage import Stage

# Twelve weeks, and then until a Thursday morning: the next summary is still to come.
WEEKS = 12
LASTS = timedelta(weeks=WEEKS, days=3)


async def play_history(stage: Stage, seed: int, begins: datetime, tell: OnMoment) -> int:
    """Play from a Monday on, and return how many cases were opened.

    One of the groups talks, but asks for nothing.
    """
    cast = stage.cast
    await appoint_head(stage, cast.talents)
    for group in (cast.talents, cast.tenants):
        await settle_in(stage, group)
    lives, talks = list[Life](), list[AsyncIterator[datetime]]()
    for group, ways in ((cast.elders, ELDERS), (cast.talents, TALENTS), (cast.tenants, TENANTS)):
        seeded = f"{seed}:{group.leader.username}"
        lives += (Life(stage, group, course) for course in plan(ways, seeded, begins))
        talks.append(_talking(stage, group, talk(ways, seeded, begins)))
    await play(stage, [*(life.lived() for life in lives), *talks], begins + LASTS, tell)
    return sum(life.is_opened for life in lives)


async def _talking(
    stage: Stage, group: ServiceGroup, spoken: Iterator[tuple[datetime, Line]]
) -> AsyncIterator[datetime]:
    """Let residents talk of this and that, one after the other."""
    for turn, (moment, line) in enumerate(spoken):
        yield moment
        who = group.residents[turn % len(group.residents)]
        await stage.say(who, group.chat, line.of(stage.cast.language))
