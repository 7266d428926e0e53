"""Where the bot's tests play: a sandbox with the bot and a resident in one group."""

import asyncio
from dataclasses import dataclass

from sandbox import Bot, Chat, Message, Sandbox, User


@dataclass(frozen=True, slots=True)
class Stage:
    """The sandbox, who is in it, and what the bot said there."""

    sandbox: Sandbox
    me: Bot
    mei: User
    group: Chat

    def another_group(self, title: str = "翠苑四区") -> Chat:
        """Found one more group with the bot in it."""
        chat = self.sandbox.add_group(title, self.mei)
        self.sandbox.add_member(chat, self.me)
        return chat

    def spoken(self, chat: Chat | None = None) -> list[Message]:
        """Return the bot's messages as they stand in a chat (or the group), oldest first."""
        said = self.sandbox.messages(chat or self.group)
        return [each for each in said if each.sender.id == self.me.id]

    def texts(self, chat: Chat | None = None) -> list[str]:
        """Return the texts of the bot's messages."""
        return [each.text for each in self.spoken(chat)]

    async def until_said(self, *texts: str, chat: Chat | None = None) -> None:
        """Wait until just these texts of the bot stand in a chat."""
        await self.sandbox.until(lambda: self.texts(chat) == list(texts))

    def tap(self, label: str) -> asyncio.Task[object]:
        """Let the resident tap a button of the bot's latest message."""
        return asyncio.create_task(self.sandbox.tap(self.mei, self.spoken()[-1], label))
