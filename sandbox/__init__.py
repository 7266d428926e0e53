"""A local Telegram, so that everything runs without a token."""

from sandbox.acts.draft import Draft
from sandbox.acts.errors import ImpossibleError
from sandbox.api.faults import Fault, FaultKind
from sandbox.guide import Guide, Persona, Step, Words
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
    "Guide",
    "ImpossibleError",
    "Location",
    "Message",
    "Persona",
    "Sandbox",
    "Step",
    "Upload",
    "User",
    "Words",
]
