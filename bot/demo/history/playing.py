"""Plays the history: all lives side by side, whoever's moment comes first goes first."""

import heapq
from collections.abc import AsyncIterator, Callable, Iterable
from datetime import datetime
from itertools import count

from bot.demo.stage import Stage

OnMoment = Callable[[datetime], None]


async def play(
    stage: Stage, lives: Iterable[AsyncIterator[datetime]], ends: datetime, tell: OnMoment
) -> None:
    """Let the lives go on until a moment, where the clock then stands; `tell` hears the time."""
    order = count()
    waiting: list[tuple[datetime, int, AsyncIterator[datetime]]] = []

    async def await_next(life: AsyncIterator[datetime]) -> None:
        moment = await anext(life, None)
        if moment is not None and moment < ends:
            # Numbered, for lives cannot be compared when two of them share a moment.
            heapq.heappush(waiting, (moment, next(order), life))

    for life in lives:
        await await_next(life)
    while waiting:
        moment, _, life = heapq.heappop(waiting)
        await stage.go_to(moment)
        tell(moment)
        await await_next(life)
    await stage.move_to(ends)
