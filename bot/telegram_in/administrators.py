"""Who administers a group, asked of Telegram: who did so already is told by no update."""

from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.bot_api import BotApi, Unanswered
from bot.clock import Clock

log = structlog.get_logger()

# Changes come as updates where the bot itself is an administrator; elsewhere only by asking again.
ASK_EVERY = timedelta(hours=1)
PATIENCE_SECONDS = 5.0


class Administrators:
    """Asks when a group is first heard of in this run, and again after an hour."""

    def __init__(self, api: BotApi, clock: Clock) -> None:
        self._api = api
        self._clock = clock
        self._asked: dict[int, datetime] = {}

    async def news(self, chat: int) -> tuple[int, ...] | None:
        """Return who administers a group; None when it was asked lately, or cannot be known.

        Nobody administers a private chat.
        """
        now = self._clock.now()
        if chat >= 0 or now - self._asked.get(chat, now - ASK_EVERY) < ASK_EVERY:
            return None
        try:
            answer = await self._api.call(
                "getChatAdministrators", {"chat_id": chat}, seconds=PATIENCE_SECONDS
            )
        except Unanswered as silence:
            log.warning("administrators are not known yet", chat=chat, reason=str(silence))
            return None
        self._asked[chat] = now
        return _people(answer.result) if answer.ok else None


def _people(members: list[dict[str, Any]]) -> tuple[int, ...] | None:
    try:
        return tuple(int(m["user"]["id"]) for m in members if not m["user"].get("is_bot"))
    except (KeyError, TypeError, AttributeError, ValueError):
        # What cannot be read here must not cost the update that asked for it.
        return None
