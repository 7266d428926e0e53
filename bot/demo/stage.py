"""The demo's stage: a sandbox with its people, and whoever acts on it waits for the bot."""

from collections.abc import Iterable
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from typing import Protocol

from bot.demo.cast import Cast
from bot.program import Connections, Program
from sandbox import Chat, Message, Sandbox, User
from sandbox.world.queries import Answer
from sandbox.world.subjects import MessageChanged
from storage.database import Database
from storage.work import Work

LOOK_AGAIN_SECONDS = 0.002
_SECOND = timedelta(seconds=1)
_WEEK = timedelta(weeks=1)


class Onlooker(Protocol):
    """Somebody who is told what happens while it is played."""

    def tell_news(self, chats: Iterable[Chat]) -> None:
        """Hear what is new in the chats."""

    def tell_tap(self, who: User, label: str, answer: Answer | None, at: datetime) -> None:
        """Hear that a button was tapped, and of the pop-up."""

    def tell_act(self, words: str, at: datetime) -> None:
        """Hear of something that is no message."""


class Stage:
    """A running sandbox with its cast, and the program that plays the bot.

    The `onlooker`, if any, hears what happens in the elders' group and in private.
    """

    onlooker: Onlooker | None = None

    def __init__(self, sandbox: Sandbox, cast: Cast, held: Connections, program: Program) -> None:
        self.sandbox = sandbox
        self.cast = cast
        self._held = held
        self._program = program
        self._moved_at = sandbox.clock.now()

    @property
    def database(self) -> Database:
        """The bot's database."""
        return self._held.database

    async def go_to(self, moment: datetime) -> None:
        """Move the clock to a moment, where whatever comes due on the way is done in its time."""
        while (due := await self._next_due()) is not None and due <= moment:
            self._set_clock(due)
            await self.settled()
        # Nothing waits for this jump alone: the bot hears of it with what is said next.
        self._set_clock(moment)
        self._tell_news()

    async def move_to(self, moment: datetime) -> None:
        """Go to a moment, and wait until all that was due by then stands in the chats."""
        await self.go_to(moment)
        await self.settled()

    async def move_on(self) -> bool:
        """Go from one thing that is due to the next until the bot shows one in a chat.

        Go a week on at most: a bot that cannot send shows nothing. Tell whether anything was due.
        """
        before, ends = self.sandbox.world.changes.count, None
        while (due := await self._next_due()) is not None:
            ends = ends or due + _WEEK
            if due > ends:
                break
            await self.move_to(due)
            if self._shows_since(before):
                break
        return ends is not None

    async def say(
        self, who: User, chat: Chat, text: str, reply_to: Message | None = None
    ) -> Message:
        """Let somebody write, and the bot do what follows."""
        said = self.sandbox.say(who, chat, text, reply_to)
        await self.settled()
        self._tell_news()
        return said

    async def tap(self, who: User, message: Message, code: str) -> None:
        """Let somebody tap the button whose code begins so, and the bot do what follows."""
        current = self.sandbox.current(message) or message
        button = next(each for each in current.buttons if each.data.startswith(code))
        answer = await self.sandbox.tap(who, current, button.data)
        if self.onlooker is not None:
            self.onlooker.tell_tap(who, button.text, answer, self.sandbox.clock.now())
        await self.settled()
        self._tell_news()

    async def happened(self, words: str) -> None:
        """Let the bot do what follows from something that was done without a message."""
        if self.onlooker is not None:
            self.onlooker.tell_act(words, self.sandbox.clock.now())
        await self.settled()
        self._tell_news()

    def private(self, who: User) -> Chat:
        """Return somebody's chat with the bot."""
        return self.sandbox.private(who, self.cast.bot)

    def answer_to(self, said: Message) -> Message:
        """Return the bot's first reply to a message, such as a case's card, as it stands."""
        for message in self._spoken(said.chat):
            if message.reply_to == said.id:
                return message
        raise LookupError(f"the bot has not answered {said.text!r}")

    def offering(self, chat: Chat, code: str) -> Message:
        """Return the bot's latest message in a chat with a button whose code begins so."""
        for message in reversed(self._spoken(chat)):
            if any(button.data.startswith(code) for button in message.buttons):
                return message
        raise LookupError(f"the bot offers no {code}")

    async def settled(self) -> None:
        """Wait until all that was said is handled, what is due is done, and the answers stand."""
        while not await self._is_settled():
            await self._something_happens()

    def _tell_news(self) -> None:
        if self.onlooker is not None:
            private = self.sandbox.world.private_chats.values()
            self.onlooker.tell_news([self.cast.elders.chat, *private])

    def _set_clock(self, moment: datetime) -> None:
        # Never back: a running clock may have passed the moment meanwhile.
        self._moved_at = max(moment, self.sandbox.clock.now())
        self.sandbox.clock.set(self._moved_at)

    async def _next_due(self) -> datetime | None:
        """Return when the bot's next thing is due, a second's part counted as a whole one."""
        async with self._glance() as work:
            due = await work.due.next_moment()
        if due is None or due.microsecond == 0:
            return due
        return due.replace(microsecond=0) + _SECOND

    async def _something_happens(self) -> None:
        # The sandbox tells its changes; what the program stores meanwhile shows by looking again.
        count = self.sandbox.world.changes.count
        changes = self.sandbox.world.changes
        await changes.wait_for(lambda: changes.count != count, LOOK_AGAIN_SECONDS)

    async def _is_settled(self) -> bool:
        heard = self._program.reception.caught_up_at
        feed = self.sandbox.world.desk(self.cast.bot).feed
        unheard = heard is None or heard < self._moved_at.replace(microsecond=0)
        if heard is None or unheard or feed.waiting(self.sandbox.clock.timestamp()):
            return False
        if not (self._program.workers.is_idle and self._program.sender.is_idle):
            return False
        async with self._glance() as work:
            return await _is_quiet(work, heard)

    def _glance(self) -> AbstractAsyncContextManager[Work]:
        # Reads on the loop's own connection: a look goes through a thread, which takes five times
        # as long, some thousand times over.
        return self._held.database.begin()

    def _shows_since(self, count: int) -> bool:
        changed = self.sandbox.world.changes.since(count)
        messages = [each for each in changed if isinstance(each, MessageChanged)]
        found = (each.chat.messages.get(each.number) for each in messages)
        return any(message is not None and message.sender.is_bot for message in found)

    def _spoken(self, chat: Chat) -> list[Message]:
        bot = self.cast.bot.id
        return [each for each in chat.messages.values() if each.sender.id == bot]


async def _is_quiet(work: Work, heard: datetime) -> bool:
    due = await work.due.next_moment()
    handled = await work.inbox.drained(heard)
    return handled and (due is None or due > heard) and await work.outbox.waiting() == 0
