"""getUpdates: hands a bot what waits for it, or lets it wait."""

from typing import Any

from sandbox.api.call import Call
from sandbox.api.refusals import bad_request, conflict

_MOST = 100
_LONGEST_WAIT = 50  # seconds


async def get_updates(call: Call) -> list[dict[str, Any]]:
    """Return the oldest updates, confirming those below `offset`.

    Whoever polls while another poll waits ends that one with 409. A jump of the clock, also one
    between two polls, ends the waiting too, so that the client sees the new `Date` header.
    """
    desk, world = call.desk, call.world
    if desk.webhook.url:
        raise conflict(
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
    poll = desk.next_poll()
    # Wakes a poll that still waits, which finds that it is no longer the last.
    world.changes.announce()
    _settle(call)

    def over() -> bool:
        moved = world.closing or world.clock.jumps != desk.jumps_told
        return moved or desk.poll != poll or bool(desk.feed.waiting(world.clock.timestamp()))

    await world.changes.wait_for(over, _timeout(call))
    if desk.webhook.url:
        raise conflict("terminated by setWebhook request")
    if desk.poll != poll:
        raise conflict(
            "terminated by other getUpdates request; "
            "make sure that only one bot instance is running"
        )
    desk.jumps_told = world.clock.jumps
    return [update.shape() for update in desk.feed.waiting(world.clock.timestamp())[: _limit(call)]]


def read_allowed(call: Call) -> None:
    """Take over `allowed_updates`, unless it was not given; what waits already stays."""
    allowed = call.parameters.json("allowed_updates")
    if allowed is None:
        return
    if not isinstance(allowed, list):
        raise bad_request("can't parse allowed_updates JSON object")
    call.desk.feed.allow(str(kind) for kind in allowed)


def _settle(call: Call) -> None:
    read_allowed(call)
    call.desk.feed.confirm(call.parameters.number("offset") or 0)


def _timeout(call: Call) -> int:
    return min(max(call.parameters.number("timeout") or 0, 0), _LONGEST_WAIT)


def _limit(call: Call) -> int:
    return min(max(call.parameters.number("limit") or _MOST, 1), _MOST)
