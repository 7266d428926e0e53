"""Reads the marked stretches of a text from a request."""

from collections.abc import Iterable
from typing import Any

from sandbox.api.parameters import whole_number
from sandbox.texts.entity import Entity
from sandbox.world.world import World


def read_entities(world: World, given: Iterable[dict[str, Any]]) -> tuple[Entity, ...]:
    """Return what MessageEntity objects mark; as in Telegram not the mention of nobody."""
    found = (_entity(world, each) for each in given)
    return tuple(each for each in found if each.type != "text_mention" or each.user)


def _entity(world: World, given: dict[str, Any]) -> Entity:
    person = given.get("user") or {}
    return Entity(
        str(given.get("type", "")),
        whole_number(given.get("offset", 0), "offset"),
        whole_number(given.get("length", 0), "length"),
        url=str(given.get("url", "")),
        user=world.users.get(whole_number(person.get("id", 0), "user")),
        language=str(given.get("language", "")),
    )
