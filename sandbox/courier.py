"""Posts updates to webhooks: in order within a chat, again and again until taken."""

import asyncio
from collections import Counter

import httpx
import orjson

from sandbox.world.desks import Desk
from sandbox.world.feed import Update
from sandbox.world.world import World

_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
_PATIENCE = 30.0  # real seconds for one answer
_LONGEST_PAUSE = 60.0  # seconds of sandbox time

Lane = tuple[int, int]  # a bot and one of its chats


class Courier:
    """Delivers for all bots that have set a webhook."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._busy: dict[Lane, asyncio.Task[None]] = {}
        self._failures: Counter[Lane] = Counter()
        self._paused_until: dict[Lane, float] = {}

    async def run(self) -> None:
        """Deliver until cancelled."""
        # A proxy of the environment must not come between two programs on one machine.
        async with httpx.AsyncClient(timeout=_PATIENCE, trust_env=False) as client:
            try:
                await self._run(client)
            finally:
                await self._stop()

    async def _run(self, client: httpx.AsyncClient) -> None:
        while True:
            for desk, update in self._due():
                self._send(client, desk, update)
            await self._world.changes.wait_for(self._due, self._until_next_pause_ends())

    def _due(self) -> list[tuple[Desk, Update]]:
        desks = [desk for desk in self._world.desks.values() if desk.webhook.url]
        return [(desk, update) for desk in desks for update in self._due_for(desk)]

    def _due_for(self, desk: Desk) -> list[Update]:
        now = self._world.clock.timestamp()
        # Only the oldest of each chat may go; the next waits until that one was taken.
        oldest: dict[int, Update] = {}
        for update in desk.feed.waiting(now):
            oldest.setdefault(update.lane, update)
        running = sum(1 for bot, _ in self._busy if bot == desk.bot.id)
        ready = [each for each in oldest.values() if self._is_free((desk.bot.id, each.lane), now)]
        return ready[: max(0, desk.webhook.max_connections - running)]

    def _until_next_pause_ends(self) -> float:
        # Between jumps the clock runs with real time, so that its seconds can be slept.
        now = self._world.clock.timestamp()
        ahead = [end - now for end in self._paused_until.values() if end > now]
        return min(ahead, default=_PATIENCE)

    def _is_free(self, lane: Lane, now: float) -> bool:
        # A clock set back would else stretch a pause.
        paused = 0 < self._paused_until.get(lane, 0.0) - now <= _LONGEST_PAUSE
        return lane not in self._busy and not paused

    def _send(self, client: httpx.AsyncClient, desk: Desk, update: Update) -> None:
        lane = (desk.bot.id, update.lane)
        task = asyncio.create_task(self._deliver(client, desk, update))
        self._busy[lane] = task

    async def _deliver(self, client: httpx.AsyncClient, desk: Desk, update: Update) -> None:
        lane = (desk.bot.id, update.lane)
        error = await _post(client, desk, update)
        del self._busy[lane]
        if error:
            self._pause(lane, desk, error)
        else:
            desk.feed.remove(update.id)
            self._failures.pop(lane, None)
            self._paused_until.pop(lane, None)
        self._world.changes.announce()

    def _pause(self, lane: Lane, desk: Desk, error: str) -> None:
        self._failures[lane] += 1
        pause = min(2.0 ** (self._failures[lane] - 1), _LONGEST_PAUSE)
        self._paused_until[lane] = self._world.clock.timestamp() + pause
        desk.webhook.last_error = error
        desk.webhook.last_error_at = self._world.clock.unix()

    async def _stop(self) -> None:
        tasks = list(self._busy.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _post(client: httpx.AsyncClient, desk: Desk, update: Update) -> str:
    """Post one update and return Telegram's words for what went wrong, or nothing."""
    headers = {"Content-Type": "application/json"}
    if desk.webhook.secret:
        headers[_SECRET_HEADER] = desk.webhook.secret
    body = orjson.dumps(update.shape())
    try:
        response = await client.post(desk.webhook.url, content=body, headers=headers)
    except httpx.TimeoutException:
        return "Read timeout expired"
    except httpx.TransportError as error:
        return "Connection refused" if isinstance(error, httpx.ConnectError) else "Connection lost"
    if response.is_success:
        return ""
    return f"Wrong response from the webhook: {response.status_code} {response.reason_phrase}"
