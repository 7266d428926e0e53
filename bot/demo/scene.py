"""A week in a service group: two cases settled, one of them twice, and one still open."""

from datetime import datetime, time, timedelta

from bot.demo.script import Script
from bot.demo.stage import ZONE, Stage
from bot.demo.transcript import Transcript
from domain.codes import code
from sandbox import Chat, Message, User

MONDAY = datetime(2026, 11, 9, 8, 0, tzinfo=ZONE)


class Scene:
    """The stage, seen from those who play: they come at a time of day, say something, and tap."""

    def __init__(self, stage: Stage, script: Script, transcript: Transcript) -> None:
        self._stage = stage
        self._script = script
        self._transcript = transcript
        self.cast = stage.cast

    async def at(self, day: int, clock: str) -> None:
        """Let it be this time of day, so many days after the first Monday."""
        moment = datetime.combine(MONDAY + timedelta(days=day), time.fromisoformat(clock), ZONE)
        await self._stage.go_to(moment)
        self._transcript.tell_news(self._stage.chats)

    async def say(
        self, who: User, text: str, to: Message | None = None, chat: Chat | None = None
    ) -> Message:
        """Let somebody write, and the bot do what follows."""
        said = self._stage.sandbox.say(who, chat or self.cast.group, text, to)
        await self._follow()
        return said

    async def tap(self, who: User, message: Message, verb: str, *arguments: object) -> None:
        """Let somebody tap a button, and the bot do what follows."""
        data = code(verb, *arguments)
        label = next(each.text for each in self._now(message).buttons if each.data == data)
        sandbox = self._stage.sandbox
        answer = await sandbox.tap(who, self._now(message), data)
        self._transcript.tell_tap(who, label, answer, sandbox.clock.now())
        await self._follow()

    async def write_privately(self, who: User, text: str) -> None:
        """Let somebody write to the bot alone."""
        await self.say(who, text, chat=self.private(who))

    async def add_bot(self) -> None:
        """Let the leader add the bot to the group, as its administrator."""
        sandbox, cast = self._stage.sandbox, self.cast
        sandbox.add_member(cast.group, cast.bot, cast.leader)
        self._transcript.tell_act(self._script.adds_bot, sandbox.clock.now())
        await self._follow()

    @property
    def community(self) -> int:
        """The community's number: the sub-district came first."""
        return 2

    def private(self, who: User) -> Chat:
        """Return somebody's chat with the bot."""
        return self._stage.sandbox.private(who, self.cast.bot)

    def said_by_bot(self, holding: str, chat: Chat | None = None) -> Message:
        """Return the bot's first message in a chat that holds a text or a button's code."""
        for message in self._stage.sandbox.messages(chat or self.cast.group):
            codes = [button.data for button in message.buttons]
            if message.sender == self.cast.bot and (holding in message.text or holding in codes):
                return message
        raise LookupError(f"the bot has said nothing with {holding}")

    def _now(self, message: Message) -> Message:
        return self._stage.sandbox.current(message) or message

    async def _follow(self) -> None:
        await self._stage.settled()
        self._transcript.tell_news(self._stage.chats)
