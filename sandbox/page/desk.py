"""What the page asks for, one answer a question."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from starlette.requests import Request

from sandbox.api.intake import read_parameters
from sandbox.api.parameters import whole_number
from sandbox.guide import Guide
from sandbox.page.chats import chat_keyed, chats_of, key_of
from sandbox.page.commands import commands_for
from sandbox.page.jumps import moment_after
from sandbox.page.live import Live
from sandbox.page.messages import older_than, tagged
from sandbox.page.reading import Reading
from sandbox.page.state import clock_of, state_for
from sandbox.scene import Scene
from sandbox.world.users import Bot, User


class Desk:
    """Answers the page of one scene; LookupError, ValueError, RefusedError: its mistakes."""

    def __init__(self, scene: Scene, live: Live) -> None:
        self._scene = scene
        self._live = live
        self._reading = Reading()

    async def state(self, request: Request) -> dict[str, Any]:
        """Tell everything as the person `as` sees it; somebody who exists when none is named."""
        guide = self._scene.guide
        self._reading.begin(self._scene.world, watching=guide is not None and guide.watching)
        place = self._live.place
        person = self._person(request.query_params)
        return state_for(self._scene, self._reading, person) | {"place": place}

    async def messages(self, request: Request) -> dict[str, Any]:
        """Tell a page of a chat's messages: `before`, `down_to`, `topic`."""
        given = request.query_params
        chat = chat_keyed(self._scene, given["chat"])
        numbers = (_number(given, name) for name in ("before", "down_to", "topic"))
        return older_than(chat, *numbers)

    async def tag(self, request: Request) -> list[dict[str, Any]]:
        """Tell the messages with a hashtag, in one chat or in all that `as` can see."""
        given = request.query_params
        seen = list(chats_of(self._scene, self._user(given)))
        chats = [chat_keyed(self._scene, given["chat"])] if given.get("chat") else seen
        return [
            {"chat": key_of(chat), "message": message}
            for chat in chats
            if chat in seen
            for message in tagged(chat, given["tag"])
        ]

    async def commands(self, request: Request) -> list[dict[str, Any]]:
        """Tell the commands that the bots of a chat offer to `as`."""
        chat = chat_keyed(self._scene, request.query_params["chat"])
        person = self._user(request.query_params)
        return [
            command | {"bot": bot.username}
            for bot in chat.bots()
            for command in commands_for(self._scene.world.desk(bot).profile, person, chat)
        ]

    async def read(self, request: Request) -> bool:
        """Note that `as` has read a chat up to the message `number`."""
        given = (await read_parameters(request)).values
        chat = chat_keyed(self._scene, str(given["chat"]))
        number = whole_number(given["number"], "number")
        self._reading.read(self._user(given), chat, number)
        return True

    async def jump(self, request: Request) -> dict[str, Any]:
        """Move the clock: `to` hour, day, monday, or next, when the next thing happens.

        Tell whether it `moved`, and whether all that follows stands in the chats, `settled`.
        """
        self._scene.check_open()
        wanted = (await read_parameters(request)).text("to")
        guide, moved = self._scene.guide, True
        if wanted == "next":
            moved = await self._move_on(guide)
        else:
            await self._move(guide, wanted)
        settled = guide is not None and guide.move_to is not None
        return clock_of(self._scene) | {"moved": moved, "settled": settled}

    async def _move(self, guide: Guide | None, wanted: str) -> None:
        zone = ZoneInfo(guide.zone if guide else "Asia/Shanghai")
        moment = moment_after(self._scene.clock.now(), wanted, zone)
        if guide is not None and guide.move_to is not None:
            await guide.move_to(moment)
        else:
            self._scene.clock.set(moment)

    async def _move_on(self, guide: Guide | None) -> bool:
        if guide is None or guide.move_on is None:
            raise ValueError("nobody tells when the next thing is due")
        return await guide.move_on()

    def _user(self, given: Mapping[str, Any]) -> User:
        return self._scene.world.users[whole_number(given["as"], "as")]

    def _person(self, given: Mapping[str, Any]) -> User | None:
        users = self._scene.world.users
        wanted = users.get(_number(given, "as") or 0)
        if wanted is not None and not isinstance(wanted, Bot):
            return wanted
        guide = self._scene.guide
        if guide and guide.personas:
            return guide.personas[0].user
        return next((user for user in users.values() if not user.is_bot), None)


def _number(given: Mapping[str, Any], name: str) -> int | None:
    return int(given[name]) if given.get(name) else None
