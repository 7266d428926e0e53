"""The life of one case: what people do about it, from one moment to the next."""

import re
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

from bot.demo.cast import ServiceGroup
from bot.demo.history.course import Course, Fate, Opening, Rating
from bot.demo.history.matter import Tag
from bot.demo.history.waking import awake
from bot.demo.line import Line
from bot.demo.stage import Stage
from sandbox import Message, User

_NUMBER = re.compile(r"№(\d+)")
_COMMANDS = {Tag.DEMAND: "/demand", Tag.ISSUE: "/issue", Tag.HIDDEN_DANGER: "/issue"}
_ASKED = Line("#补充 {words}", "#ask {words}")
_DONE = Line("#办结 {words}", "#done {words}")
_AGAIN = Line("又去看了一次，这回彻底弄好了", "Looked at it once more; it is right now")
_WITHDRAWN = Line("#撤回 已经自己解决了", "#withdraw It has settled itself")

_MISTAKE_SEEN = timedelta(minutes=4)
_SOONEST = timedelta(minutes=20)
_ANSWERED_BACK = timedelta(hours=3)
_SECOND_LOOK = timedelta(hours=30)
_CONTENT = Rating(timedelta(hours=5), 4)


class Life:
    """One case on the stage; it learns its number from its card."""

    def __init__(self, stage: Stage, group: ServiceGroup, course: Course) -> None:
        self._stage = stage
        self._group = group
        self._course = course
        self._requester = group.residents[course.requester]
        self._card: Message | None = None
        self._number = ""
        self._at = course.said_at

    @property
    def is_opened(self) -> bool:
        """Whether there is a case by now."""
        return bool(self._number)

    async def lived(self) -> AsyncIterator[datetime]:
        """Yield each next moment, and after it let people do what the course says."""
        for stretch in (self._opening, self._handling, self._rating):
            async for moment in stretch():
                yield moment

    async def _opening(self) -> AsyncIterator[datetime]:
        course, tag = self._course, self._course.matter.tag
        yield self._at
        if course.opening is Opening.REPLY:
            said = await self._say(self._requester, self._words)
            yield self._next(course.tagged_after)
            await self._say(self._group.leader, self._spoken(tag.value), said)
        elif course.opening is Opening.COMMAND:
            said = await self._say(self._requester, f"{_COMMANDS[tag]} {self._words}")
        else:
            said = await self._say(self._tagger, f"{self._spoken(tag.value)} {self._words}")
        self._card = self._stage.answer_to(said)
        found = _NUMBER.search(self._card.text)
        if found is None:
            raise LookupError(f"no card came for {said.text}, but {self._card.text}")
        self._number = found[1]

    async def _handling(self) -> AsyncIterator[datetime]:
        course, leader = self._course, self._group.leader
        if course.fate is Fate.MISTAKE:
            self._at += _MISTAKE_SEEN
            yield self._at
            await self._tap(self._tagger, f"void:{self._number}")
            return
        yield self._next(course.answered_after)
        if course.fate is Fate.WITHDRAWN:
            await self._on_card(self._requester, _WITHDRAWN)
            return
        if course.question is not None:
            await self._on_card(leader, _ASKED, course.question.words)
            yield self._next(_ANSWERED_BACK)
            await self._on_card(self._requester, course.question.answer)
        else:
            await self._tap(leader, f"accept:{self._number}")
        if course.fate is Fate.SETTLED:
            yield self._next(course.said_at + course.settled_after - self._at)
            await self._on_card(leader, _DONE, course.matter.done)

    async def _rating(self) -> AsyncIterator[datetime]:
        rating = self._course.rating
        if rating is None or self._course.fate is not Fate.SETTLED:
            return
        yield self._next(rating.after)
        await self._rate(1, rating)
        if rating.solved:
            return
        yield self._next(_SECOND_LOOK)
        await self._on_card(self._group.leader, _DONE, _AGAIN)
        yield self._next(_CONTENT.after)
        await self._rate(2, _CONTENT)

    async def _rate(self, round_: int, rating: Rating) -> None:
        paper = f"{self._number}:{round_}"
        await self._tap(self._requester, f"rate:{paper}:{rating.score}")
        if rating.solved:
            await self._tap(self._requester, f"solved:{paper}")
            return
        await self._tap(self._requester, f"unsolved:{paper}")
        await self._tap(self._requester, f"confirm:{paper}")

    async def _say(self, who: User, words: str, reply_to: Message | None = None) -> Message:
        return await self._stage.say(who, self._group.chat, words, reply_to)

    async def _on_card(self, who: User, line: Line, words: Line | None = None) -> None:
        filled = self._spoken(line).format(words=self._spoken(words) if words else "")
        await self._say(who, filled, self._card)

    async def _tap(self, who: User, code: str) -> None:
        await self._stage.tap(who, self._stage.offering(self._group.chat, code), code)

    def _next(self, after: timedelta) -> datetime:
        """Return when people come to it: so long after what was last, and not at night."""
        self._at = awake(self._at + max(after, _SOONEST if self._number else timedelta(minutes=1)))
        return self._at

    @property
    def _tagger(self) -> User:
        by_leader = self._course.opening in {Opening.REPLY, Opening.PATROL}
        return self._group.leader if by_leader else self._requester

    @property
    def _words(self) -> str:
        place = self._course.place
        filled = self._spoken(self._course.matter.words)
        return filled.format(place=self._spoken(place) if place else "")

    def _spoken(self, line: Line) -> str:
        return line.of(self._stage.cast.language)
