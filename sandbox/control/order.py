"""One request to the control API, and what its numbers stand for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sandbox.api.parameters import Parameters
from sandbox.scene import Scene
from sandbox.world.chats import Chat
from sandbox.world.messages import Message
from sandbox.world.users import Bot, User


class UnknownError(LookupError):
    """A number that stands for nobody and nothing."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of the scene."""

    scene: Scene
    path: Mapping[str, Any]
    parameters: Parameters

    def user(self, name: str) -> User:
        """Return the user whose number a parameter holds."""
        user = self.scene.world.users.get(self.parameters.number(name) or 0)
        if user is None:
            raise UnknownError(f"{name}: no such user")
        return user

    @property
    def chat(self) -> Chat:
        """The chat of the path; a person's number is their chat with `bot`, or the first bot."""
        world, number = self.scene.world, int(self.path["chat"])
        if number in world.chats:
            return world.chats[number]
        person = world.users.get(number)
        if person is None or person.is_bot:
            raise UnknownError("no such chat")
        return self.scene.private(person, self._bot())

    @property
    def message(self) -> Message:
        """The message of the path."""
        return self.message_numbered(int(self.path["message"]))

    def message_numbered(self, number: int) -> Message:
        """Return a message of the path's chat."""
        message = self.chat.messages.get(number)
        if message is None:
            raise UnknownError("no such message")
        return message

    def _bot(self) -> Bot:
        wanted = self.parameters.number("bot")
        for desk in self.scene.world.desks.values():
            if wanted in (None, desk.bot.id):
                return desk.bot
        raise UnknownError("no such bot")
