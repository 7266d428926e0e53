"""A local Telegram, so that everything runs without a token."""

from sandbox.acts.draft import Draft
from sandbox.acts.errors import ImpossibleError
from sandbox.api.faults import Fault, FaultKind
from sandbox.sandbox import Sandbox
from sandbox.texts.entity import Entity
from sandbox.world.chats import Chat
from sandbox.world.files import Upload
from sandbox.world.messages import Location, Message
from sandbox.world.queries import Answer
from sandbox.world.users import Bot, User

__all__ = [
    "Answer",
    "Bot",
    "Chat",
    "Draft",
    "Entity",
    "Fault",
    "FaultKind",
    "ImpossibleError",
    "Location",
    "Message",
    "Sandbox",
    "Upload",
    "User",
]
