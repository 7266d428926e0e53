"""Control of the clock, and waiting for changes."""

from datetime import datetime, timedelta
from typing import Any

from sandbox.control.order import Order

_LONGEST_WAIT = 50  # real seconds


async def now(order: Order) -> dict[str, Any]:
    """Tell the sandbox's time, and whether it runs between jumps."""
    clock = order.scene.clock
    return {"now": clock.now().isoformat(), "running": clock.is_running}


async def advance(order: Order) -> dict[str, Any]:
    """Move the clock by `seconds`."""
    order.scene.clock.advance(timedelta(seconds=float(order.parameters.text("seconds"))))
    return await now(order)


async def set_to(order: Order) -> dict[str, Any]:
    """Move the clock to the moment `to`, in ISO 8601 with its offset."""
    order.scene.clock.set(datetime.fromisoformat(order.parameters.text("to")))
    return await now(order)


async def changes(order: Order) -> dict[str, Any]:
    """Wait up to `timeout` seconds for more changes than `after`, and tell how many there are."""
    heard = order.scene.world.changes
    after = order.parameters.number("after") or 0
    patience = min(order.parameters.number("timeout") or 0, _LONGEST_WAIT)
    await heard.wait_for(lambda: heard.count > after or order.scene.world.closing, patience)
    return {"count": heard.count}
