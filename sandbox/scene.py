"""What happens in the scene: people write, tap and react; time passes; things go wrong."""

from collections.abc import Callable, Iterable

from sandbox.acts.channels import announce
from sandbox.acts.draft import Draft
from sandbox.acts.edit import edit
from sandbox.acts.errors import ImpossibleError
from sandbox.acts.react import react
from sandbox.acts.speak import speak
from sandbox.acts.tap import press, tap
from sandbox.api.faults import Faults
from sandbox.api.limits import Limits
from sandbox.api.record import Record
from sandbox.cast import Cast
from sandbox.clock import Clock
from sandbox.guide import Guide
from sandbox.texts.entity import Entity
from sandbox.world.chats import Chat
from sandbox.world.messages import Message
from sandbox.world.posting import erase
from sandbox.world.queries import LIFETIME, Answer, Query
from sandbox.world.subjects import Matter
from sandbox.world.users import User

_PATIENCE = 5.0  # real seconds
_LONG_PATIENCE = 30.0  # for whatever a busy machine may take its time to do


class Scene(Cast):
    """A world to act in, with or without a server in front of it."""

    def __init__(self) -> None:
        super().__init__()
        self._guide: Guide | None = None

    @property
    def guide(self) -> Guide | None:
        """What the chat page is told of the play, None where there is none."""
        return self._guide

    @guide.setter
    def guide(self, guide: Guide | None) -> None:
        self._guide = guide
        self.world.changes.announce(Matter.GUIDE)

    def check_open(self) -> None:
        """Raise ImpossibleError while the play is still played, and visitors may only look on."""
        if self._guide is not None and self._guide.watching:
            raise ImpossibleError("the story is still being played")

    @property
    def clock(self) -> Clock:
        """The scene's clock."""
        return self.world.clock

    @property
    def faults(self) -> Faults:
        """The misfortunes on order."""
        return self.bot_api.faults

    @property
    def limits(self) -> Limits:
        """The limits on sending."""
        return self.bot_api.limits

    @property
    def record(self) -> Record:
        """What bots asked for and sent."""
        return self.bot_api.record

    @property
    def taps(self) -> list[Query]:
        """All taps so far, each with its answer once there is one."""
        return list(self.world.queries.all.values())

    def say(self, who: User, chat: Chat, text: str, reply_to: Message | None = None) -> Message:
        """Let a person write a text."""
        return speak(self.world, who, chat, Draft(text=text, reply_to=reply_to))

    def send(self, who: User, chat: Chat, draft: Draft) -> Message:
        """Let a person send anything: pictures, places, albums, forwards, anonymous words."""
        return speak(self.world, who, chat, draft)

    def edit(
        self, who: User, message: Message, text: str, marks: tuple[Entity, ...] = ()
    ) -> Message:
        """Let a person change a message's words."""
        return edit(self.world, who, message, text, marks)

    def delete(self, message: Message) -> None:
        """Delete a message."""
        erase(self.world, message)

    def react(self, who: User, message: Message, emoji: Iterable[str]) -> Message:
        """Let a person react to a message; no emoji takes the reaction back."""
        return react(self.world, who, message, emoji)

    def announce(self, channel: Chat, text: str) -> Message:
        """Post in a channel, and return what arrives in its discussion group."""
        if channel.linked is None:
            raise ValueError("the channel has no discussion group")
        group = self.world.chats[channel.linked]
        return announce(self.world, channel, group, Draft(text=text))

    async def tap(
        self, who: User, message: Message, label: str, patience: float = _PATIENCE
    ) -> Answer | None:
        """Tap the button with this text or data; return the bot's answer, None when none came."""
        return await self._answered(tap(self.world, who, message, label), patience)

    async def press(
        self, who: User, message: Message, data: str, patience: float = _PATIENCE
    ) -> Answer | None:
        """Send callback data of one's own making, as a forged client does."""
        return await self._answered(press(self.world, who, message, data), patience)

    def messages(self, chat: Chat) -> list[Message]:
        """Return a chat's messages as they stand, oldest first."""
        return [chat.messages[number] for number in sorted(chat.messages)]

    def current(self, message: Message) -> Message | None:
        """Return a message as it stands, None when it was deleted."""
        return message.chat.messages.get(message.id)

    async def until(
        self, condition: Callable[[], object], patience: float = _LONG_PATIENCE
    ) -> None:
        """Wait until something holds; TimeoutError after so many real seconds."""
        if not await self.world.changes.wait_for(condition, patience):
            raise TimeoutError("what was waited for did not happen")

    async def _answered(self, query: Query, patience: float) -> Answer | None:
        def over() -> bool:
            late = self.clock.timestamp() - query.at > LIFETIME
            return query.answer is not None or late or self.world.closing

        await self.world.changes.wait_for(over, patience)
        return query.answer
