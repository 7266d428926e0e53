"""Reads the marked stretches of a text from a request."""

from collections.abc import Iterable
from typing import Any

from sandbox.api.parameters import Parameters
from sandbox.texts.entity import Entity
from sandbox.world.world import World


def read_entities(world: World, given: Iterable[dict[str, Any]]) -> tuple[Entity, ...]:
    """Return what MessageEntity objects mark; 400 where one is malformed.

    A mention of somebody unknown is left out, as in Telegram.
    """
    found = (_entity(world, Parameters(each)) for each in given)
    return tuple(each for each in found if each.type != "text_mention" or each.user)


def _entity(world: World, entity: Parameters) -> Entity:
    person = Parameters(entity.object("user"))
    return Entity(
        entity.text("type"),
        entity.number("offset") or 0,
        entity.number("length") or 0,
        url=entity.text("url"),
        user=world.users.get(person.number("id") or 0),
        language=entity.text("language"),
    )
