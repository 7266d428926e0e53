"""Control of people and bots."""

from typing import Any

from sandbox.control.order import Order
from sandbox.shapes.users import user_shape


async def listed(order: Order) -> list[dict[str, Any]]:
    """Tell everybody, bots included."""
    return [user_shape(user) for user in order.scene.world.users.values()]


async def add(order: Order) -> dict[str, Any]:
    """Register a person: `name`, `username`, `language`."""
    given = order.parameters
    username, language = given.text("username"), given.text("language")
    return user_shape(order.scene.add_person(given.text("name"), username, language))


async def add_bot(order: Order) -> dict[str, Any]:
    """Register a bot: `token`, `username`, `name`, `privacy` (on, unless false)."""
    given = order.parameters
    privacy = given.flag("privacy") or not given.has("privacy")
    names = given.text("username"), given.text("name")
    return user_shape(order.scene.add_bot(given.text("token"), *names, privacy=privacy))
