"""What changes in the world, told to a page as server-sent events."""

import secrets
from collections.abc import AsyncIterator, Hashable
from typing import Any

import orjson

from sandbox.page.chats import key_of
from sandbox.page.messages import page_message
from sandbox.page.state import clock_of, faults_of
from sandbox.scene import Scene
from sandbox.world.subjects import ChatChanged, Matter, MessageChanged

_MOST = 400  # changed messages; a page that missed more loads everything anew
_PATIENCE = 15.0  # real seconds until a sign of life
_BURST = 0.05  # real seconds, in which changes gather into one event
_ANEW = b"event: anew\ndata: {}\n\n"


class Live:
    """The stream of one sandbox; an event's number names its world and a count of changes."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._world = secrets.token_hex(4)

    @property
    def place(self) -> str:
        """The number of what has happened so far, after which a page can go on listening."""
        return f"{self._world}-{self._scene.world.changes.count}"

    async def events(self, place: str) -> AsyncIterator[bytes]:
        """Yield what changes after a place, until the sandbox closes.

        A page that comes from another world is told to load anew, as is one that missed too much.
        """
        world, _, written = place.partition("-")
        told = int(written) if written.isdecimal() else 0
        if world != self._world:
            yield _ANEW
            return
        yield b"retry: 500\n\n"
        changes = self._scene.world.changes
        while not self._scene.world.closing:
            if not await self._is_news_after(told):
                yield b": still here\n\n"
                continue
            # What comes within a moment travels together.
            await changes.wait_for(lambda: self._scene.world.closing, _BURST)
            changed, told = changes.since(told), changes.count
            yield self._event(changed)

    async def _is_news_after(self, told: int) -> bool:
        world = self._scene.world
        await world.changes.wait_for(
            lambda: world.closing or world.changes.has_news_after(told), _PATIENCE
        )
        return world.changes.has_news_after(told)

    def _event(self, changed: list[Hashable]) -> bytes:
        messages = [each for each in changed if isinstance(each, MessageChanged)]
        if len(messages) > _MOST:
            return _ANEW
        told = orjson.dumps(self._told(changed, messages))
        return b"id: %s\ndata: %s\n\n" % (self.place.encode(), told)

    def _told(self, changed: list[Hashable], messages: list[MessageChanged]) -> dict[str, Any]:
        standing = [each for each in messages if each.number in each.chat.messages]
        gone = [each for each in messages if each.number not in each.chat.messages]
        told: dict[str, Any] = {
            "messages": [_with_chat(each) for each in standing],
            "gone": [{"chat": key_of(each.chat), "id": each.number} for each in gone],
            "chats": [key_of(each.chat) for each in changed if isinstance(each, ChatChanged)],
            "matters": [each.value for each in changed if isinstance(each, Matter)],
        }
        if Matter.CLOCK in changed:
            told["clock"] = clock_of(self._scene)
        if Matter.FAULTS in changed:
            told["faults"] = faults_of(self._scene)
        return told


def _with_chat(subject: MessageChanged) -> dict[str, Any]:
    message = subject.chat.messages[subject.number]
    return {"chat": key_of(subject.chat), "message": page_message(message)}
