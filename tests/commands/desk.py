"""The play at a desk: questions and settings, whose buttons redraw the message they stand under."""

from dataclasses import dataclass, replace

from commands.incoming import BotPlaced, Chat, Sender, Tapped
from domain.delivery import Button, Edit, Outgoing, PopUp, Post
from domain.roles import Role, Scope
from storage.affairs import grant
from storage.evolving import By
from tests.commands.play import CHAT, OWNER, Message, Play, private


# A slotted dataclass is made anew, so that its plain `super()` would not find it: hence `Play.…`.
@dataclass(slots=True)
class Desk(Play):
    """A play in which the bot's answers are asked for and redrawn."""

    async def ask(self, sender: Sender, text: str, *, chat: Chat = CHAT, **more: object) -> Message:
        """Have somebody ask, and return the bot's one answer."""
        before = len(self.spoken(chat))
        await self.say(sender, text, chat=chat, **more)  # type: ignore[arg-type]
        answers = self.spoken(chat)[before:]
        assert len(answers) == 1, [answer.text for answer in answers]
        return answers[0]

    async def ask_alone(self, sender: Sender, text: str) -> Message:
        """Have somebody ask in private, and return the bot's one answer."""
        return await self.ask(sender, text, chat=private(sender.id))

    async def press(self, sender: Sender, message: Message, label: str) -> str:
        """Have somebody tap a button, and return the pop-up."""
        button = message.button(label)
        assert isinstance(button, Button)
        return await self.press_code(sender, message, button.code)

    async def press_code(self, sender: Sender, message: Message, code: str) -> str:
        """Have somebody tap with any code under a message, and return the pop-up."""
        self.later(seconds=1)
        tapped = Tapped("tap", message.chat, message.id, self.now, self.now, sender, code)
        pop_ups = [each.text for each in await self.happen(tapped) if isinstance(each, PopUp)]
        assert len(pop_ups) == 1
        return pop_ups[0]

    async def hold(self, sender: Sender, role: Role, scope: Scope) -> None:
        """Have somebody hold a role."""
        async with self.database.begin() as work:
            await grant(work, sender.id, role, scope, By(self.now, OWNER.id))

    async def place(self, chat: Chat, by: Sender, **place: bool) -> list[Outgoing]:
        """Put the bot into a chat, or change its place there."""
        self.later(seconds=1)
        given = {"present": True, "administrator": False, "was_present": False} | place
        return await self.happen(BotPlaced(chat, self.now, by, **given))

    def _posted(self, post: Post) -> Message:
        message = Play._posted(self, post)
        message.chat = replace(message.chat, private=post.chat > 0)
        return message

    def _edited(self, edit: Edit) -> None:
        if edit.message is None:
            Play._edited(self, edit)
            return
        message = next(m for m in self.messages if m.id == edit.message)
        message.html, message.keyboard = edit.html, edit.keyboard
        message.edits += 1
