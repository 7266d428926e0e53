"""The first week, day by day: two cases settled, one of them twice, and one still open."""

from datetime import datetime, time, timedelta

from bot.demo.building import ZONE
from bot.demo.script import Script
from bot.demo.settling_in import appoint_head, appoint_inspector, settle_in
from bot.demo.stage import Stage
from sandbox import Message, User

MONDAY = datetime(2026, 8, 17, 8, 0, tzinfo=ZONE)


async def play_week(stage: Stage, script: Script) -> None:
    """Play from the Monday on which the bot joins to the Monday on which it tells the week."""
    week = _Week(stage, script)
    await week.settle_in()
    await week.lift()
    await week.lamp()
    await week.ask_for_figures()
    await week.at(7, "09:00")


class _Week:
    """The elders' group, its leader, and three residents."""

    def __init__(self, stage: Stage, script: Script) -> None:
        self._stage = stage
        self._script = script
        self._group = stage.cast.elders
        self._leader = self._group.leader
        self._mei, self._chen, self._liu = self._group.residents[:3]

    async def at(self, day: int, clock: str) -> None:
        """Let it be this time of day, so many days after the Monday."""
        date = MONDAY + timedelta(days=day)
        await self._stage.go_to(datetime.combine(date, time.fromisoformat(clock), ZONE))

    async def settle_in(self) -> None:
        """Say on Monday morning who is who, and let the group count in its community."""
        await self.at(0, "08:00")
        await appoint_inspector(self._stage)
        await appoint_head(self._stage, self._group)
        await self.at(0, "08:30")
        await settle_in(self._stage, self._group)

    async def lift(self) -> None:
        """Let a resident tag and the leader settle it; only the resident can rate it."""
        await self.at(0, "10:05")
        card = self._stage.answer_to(await self._say(self._mei, self._script.lift))
        await self.at(0, "10:20")
        await self._tap(self._leader, "accept:1")
        await self.at(1, "15:40")
        await self._say(self._leader, self._script.lift_done, card)
        await self._tap(self._leader, "rate:1:1:5")
        await self.at(1, "18:30")
        await self._tap(self._mei, "rate:1:1:4")
        await self._tap(self._mei, "solved:1:1")

    async def lamp(self) -> None:
        """Let words said without a tag become a case by the leader's reply, settled twice."""
        await self.at(1, "20:10")
        words = await self._say(self._chen, self._script.lamp)
        await self.at(2, "08:15")
        await self._say(self._leader, self._script.lamp_tag, words)
        card = self._stage.answer_to(words)
        await self.at(2, "11:00")
        await self._say(self._leader, self._script.lamp_done, card)
        await self.at(2, "19:45")
        for code in ("rate:2:1:2", "unsolved:2:1", "confirm:2:1"):
            await self._tap(self._chen, code)
        await self.at(4, "16:30")
        await self._say(self._leader, self._script.lamp_done_again, card)
        await self.at(4, "17:10")
        for code in ("rate:2:2:5", "solved:2:2"):
            await self._tap(self._chen, code)

    async def ask_for_figures(self) -> None:
        """Let a demand come on Friday, and the head ask how the week stands."""
        await self.at(4, "20:00")
        card = self._stage.answer_to(await self._say(self._liu, self._script.phones))
        await self.at(5, "09:00")
        await self._say(self._leader, self._script.accept_tag, card)
        await self.at(6, "17:00")
        head = self._group.head
        await self._stage.say(head, self._stage.private(head), self._script.stats)

    async def _say(self, who: User, text: str, reply_to: Message | None = None) -> Message:
        return await self._stage.say(who, self._group.chat, text, reply_to)

    async def _tap(self, who: User, code: str) -> None:
        await self._stage.tap(who, self._stage.offering(self._group.chat, code), code)
