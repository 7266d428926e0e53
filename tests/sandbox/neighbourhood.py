"""A small neighbourhood on a running sandbox, and a bare client to talk to it."""

from dataclasses import dataclass
from typing import Any

import httpx

from sandbox import Bot, Chat, Sandbox, User

TOKEN = "4200000001:a-token-of-thirty-five-characters00"


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A sandbox with a leader, a resident and a bot in one supergroup."""

    sandbox: Sandbox
    bot: Bot
    li: User
    mei: User
    group: Chat


class Client:
    """Calls the Bot API over HTTP as a bare client would."""

    def __init__(self, url: str, http: httpx.AsyncClient, token: str = TOKEN) -> None:
        self.http = http
        self.base = f"{url}/bot{token}"

    async def answer(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Return the whole answer."""
        response = await self.http.post(f"{self.base}/{method}", json=parameters)
        body: dict[str, Any] = response.json()
        assert response.status_code == (200 if body["ok"] else body["error_code"])
        return body

    async def call(self, method: str, **parameters: Any) -> Any:
        """Return the result of a call that succeeds."""
        body = await self.answer(method, **parameters)
        assert body["ok"], body
        return body["result"]

    async def refusal(self, method: str, **parameters: Any) -> str:
        """Return the description of a call that fails."""
        body = await self.answer(method, **parameters)
        assert not body["ok"], body
        return str(body["description"])

    async def updates(self, **parameters: Any) -> list[dict[str, Any]]:
        """Return what waits for the bot, and confirm it."""
        found: list[dict[str, Any]] = await self.call("getUpdates", **parameters)
        if found:
            await self.call("getUpdates", offset=found[-1]["update_id"] + 1)
        return found
