"""Control of faults and limits, and the record of calls."""

from dataclasses import asdict, fields
from typing import Any

from sandbox.api.faults import Fault, FaultKind
from sandbox.control.order import Order
from sandbox.shapes.messages import message_shape

_NUMBERS = ("chat_id", "count", "after", "code")


async def ordered(order: Order) -> list[dict[str, Any]]:
    """Tell the faults that are still to come."""
    return [asdict(fault) for fault in order.scene.faults.ordered]


async def add(order: Order) -> list[dict[str, Any]]:
    """Order a fault by its fields."""
    order.scene.faults.order(_fault(order))
    return await ordered(order)


async def clear(order: Order) -> list[dict[str, Any]]:
    """Cancel all faults."""
    order.scene.faults.clear()
    return []


async def switch_limits(order: Order) -> dict[str, bool]:
    """Switch the limits on or off: `enabled`."""
    order.scene.limits.enabled = order.parameters.flag("enabled")
    return {"enabled": order.scene.limits.enabled}


async def calls(order: Order) -> dict[str, Any]:
    """Tell how often each method was called, and every message as it was first sent."""
    record = order.scene.record
    return {"counts": record.counts(), "sent": [message_shape(each) for each in record.sent]}


def _fault(order: Order) -> Fault:
    given = order.parameters
    names = [field.name for field in fields(Fault) if given.has(field.name)]
    values: dict[str, Any] = {name: given.values[name] for name in names}
    values |= {name: given.number(name) for name in names if name in _NUMBERS}
    values["kind"] = FaultKind(given.text("kind"))
    if "seconds" in values:
        values["seconds"] = float(given.text("seconds"))
    return Fault(**values)
