"""Somebody changes the words of a message."""

from dataclasses import replace

from sandbox.acts.draft import Draft
from sandbox.acts.errors import ImpossibleError
from sandbox.acts.speak import spoken_body
from sandbox.texts.entity import Entity
from sandbox.world.messages import Message
from sandbox.world.posting import revise
from sandbox.world.users import User
from sandbox.world.world import World


def edit(
    world: World, who: User, message: Message, text: str, marks: tuple[Entity, ...] = ()
) -> Message:
    """Change a message's text or caption; ImpossibleError unless it is one's own."""
    current = message.chat.messages.get(message.id)
    if current is None:
        raise ImpossibleError("the message is gone")
    by_group = current.author.chat is current.chat and current.chat.member(who).is_administrator
    if current.sender.id != who.id and not by_group:
        raise ImpossibleError("only the author may edit a message")
    words = spoken_body(world, Draft(text=text, marks=marks))
    body = replace(current.body, text=words.text, entities=words.entities)
    return revise(world, replace(current, body=body))
