"""A bot of a few lines: it makes a card of every message with #issue, and its buttons work."""

from typing import Any

from tests.sandbox.neighbourhood import Client, Neighbourhood

COMMANDS = {"stats": "How fast", "cases": "What is open"}


class Porter:
    """Acts through the Bot API over HTTP, as any bot does."""

    def __init__(self, client: Client, place: Neighbourhood) -> None:
        self._client = client
        self.place = place
        self.heard: list[str] = []

    async def introduce(self) -> None:
        """Offer two commands."""
        commands = [{"command": name, "description": does} for name, does in COMMANDS.items()]
        await self._client.call("setMyCommands", commands=commands)

    async def work(self) -> None:
        """Answer until cancelled."""
        offset = 0
        while True:
            for update in await self._client.call("getUpdates", offset=offset, timeout=3):
                offset = update["update_id"] + 1
                await self._answer(update)

    async def _answer(self, update: dict[str, Any]) -> None:
        if query := update.get("callback_query"):
            await self._tapped(query)
        message = update.get("message", {})
        text = message.get("text") or message.get("caption", "")
        self.heard.append(text)
        if "#issue" in text:
            await self._send(message, "<b>№1</b> #case1", _keyboard())
        if text == "/stats":
            await self._send(message, "Two of three in time", {"inline_keyboard": []})

    async def _send(self, message: dict[str, Any], text: str, keyboard: dict[str, Any]) -> None:
        await self._client.call(
            "sendMessage",
            chat_id=message["chat"]["id"],
            text=text,
            parse_mode="HTML",
            reply_parameters={"message_id": message["message_id"]},
            reply_markup=keyboard,
        )

    async def _tapped(self, query: dict[str, Any]) -> None:
        message, accepts = query["message"], query["data"] == "accept:1"
        words = f"accepted by {query['from']['first_name']}" if accepts else "Only the leader may."
        answer = {"callback_query_id": query["id"], "text": words, "show_alert": not accepts}
        await self._client.call("answerCallbackQuery", **answer)
        if accepts:
            place = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
            await self._client.call("editMessageText", **place, text=f"№1 {words}")


def _keyboard() -> dict[str, Any]:
    link = {"text": "Rate it", "url": "https://t.me/gridward_bot?start=rate1"}
    close = {"text": "Close", "callback_data": "close:1"}
    return {
        "inline_keyboard": [[{"text": "Accept", "callback_data": "accept:1"}, close], [link]],
    }
