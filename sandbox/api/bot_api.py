"""Answers Bot API requests: finds the bot and the method, and lets ordered faults happen."""

import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import orjson

from sandbox.api.call import Call
from sandbox.api.faults import Fault, FaultKind, Faults
from sandbox.api.limits import Limits
from sandbox.api.methods import METHODS
from sandbox.api.parameters import Parameters
from sandbox.api.polling import get_updates
from sandbox.api.record import Record, Request
from sandbox.api.refusals import RefusedError, too_many_requests
from sandbox.world.desks import Desk
from sandbox.world.subjects import Matter
from sandbox.world.users import Bot
from sandbox.world.world import World

_TOKEN = re.compile(r"(\d+):[\w-]{30,}", re.ASCII)
_NO_JSON = b'{"ok":true,"result":'


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back over the line."""

    status: int
    body: bytes


class BotApi:
    """The Bot API of one world."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.limits = Limits()
        self.faults = Faults(lambda: world.changes.announce(Matter.FAULTS))
        self.record = Record()
        self.accept_any_token = False

    def add_bot(self, bot: Bot) -> Bot:
        """Let a bot exist, and its token open it."""
        self.world.add_user(bot)
        self.world.desks[bot.token] = Desk(bot)
        return bot

    async def answer(self, token: str, method: str, parameters: Parameters) -> Reply | None:
        """Answer a request; None means that the line is to be cut instead."""
        fault = self.faults.take(method, parameters.text("chat_id"))
        if fault is not None and fault.kind is FaultKind.CUT_LINE:
            self._note(method, parameters, 0)
            return None
        try:
            _refuse_by_order(fault)
            result = await self._act(token, method, parameters)
            code, shape = int(HTTPStatus.OK), {"ok": True, "result": result}
        except RefusedError as error:
            code, shape = error.code, error.shape()
        self._note(method, parameters, code)
        return await self._spoiled(fault, Reply(code, orjson.dumps(shape)))

    def bot(self, token: str) -> Bot:
        """Return the bot that a token opens; 401 when it opens none."""
        desk = self.world.desks.get(token)
        if desk is not None:
            return desk.bot
        form = _TOKEN.fullmatch(token)
        if form is None or not self.accept_any_token:
            raise RefusedError(401, "Unauthorized")
        number = int(form[1])
        name = f"Bot {number}"
        return self.add_bot(Bot(number, name, username=f"b{number}_bot", is_bot=True, token=token))

    async def _act(self, token: str, method: str, parameters: Parameters) -> Any:
        call = Call(self.world, self.limits, self.record, self.bot(token), parameters)
        if method.lower() == "getupdates":
            return await get_updates(call)
        handler = METHODS.get(method.lower())
        if handler is None:
            raise RefusedError(404, "Not Found: method not found")
        return handler(call)

    async def _spoiled(self, fault: Fault | None, reply: Reply) -> Reply | None:
        if fault is None:
            return reply
        if fault.kind is FaultKind.DROP_ANSWER:
            return None
        if fault.kind is FaultKind.GARBLE:
            return Reply(reply.status, _NO_JSON)
        # A sandbox that closes does not wait for its own delays.
        if fault.kind is FaultKind.DELAY:
            await self.world.changes.wait_for(lambda: self.world.closing, fault.seconds)
        return reply

    def _note(self, method: str, parameters: Parameters, code: int) -> None:
        now = self.world.clock.now()
        self.record.requests.append(Request(method, dict(parameters.values), now, code))
        self.world.changes.announce()


def _refuse_by_order(fault: Fault | None) -> None:
    if fault is None:
        return
    if fault.kind is FaultKind.TOO_MANY:
        raise too_many_requests(int(fault.seconds))
    if fault.kind is FaultKind.REFUSE:
        raise RefusedError(fault.code, fault.description)
