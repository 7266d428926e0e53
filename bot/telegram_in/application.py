"""python-telegram-bot's Application: it parses an update and leads it to the handler of its kind.

The library would confirm updates that are still in its memory, and swallow what handlers raise; so
it neither polls nor answers webhooks here, and its error handler hands each error to the worker.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from telegram import Update
from telegram.ext import Application, BaseHandler, CallbackContext

from bot.bot_api import BotApi
from bot.telegram_in.request import ApiRequest
from bot.telegram_in.typed import KINDS, Brought, Kind
from commands.incoming import Incoming
from domain.delivery import Outgoing
from storage.work import Work

Handle = Callable[[Work, Incoming], Awaitable[Sequence[Outgoing]]]
Bot = Application[Any, Any, Any, Any, Any, Any]
Surroundings = CallbackContext[Any, Any, Any, Any]


@dataclass(slots=True)
class Turn:
    """One update on its way through the handlers, within one unit of work."""

    update: Update
    brought: Brought
    work: Work
    incoming: Incoming | None = None
    outgoing: list[Outgoing] = field(default_factory=list)
    error: Exception | None = None


class Handler(BaseHandler[Turn, Surroundings, None]):
    """Takes one kind of update, as the typed value that commands know."""

    def __init__(self, kind: Kind, handle: Handle) -> None:
        super().__init__(self._answer)
        self._kind = kind
        self._handle = handle

    def check_update(self, update: object) -> Incoming | None:
        """Return the typed value when the update is of this kind."""
        return self._kind(update.update, update.brought) if isinstance(update, Turn) else None

    async def handle_update(
        self,
        update: Turn,
        application: Bot,  # noqa: ARG002 - the library's signature
        check_result: object,
        context: Surroundings,
    ) -> None:
        """Let the commands answer the typed value."""
        update.incoming = check_result  # type: ignore[assignment]
        await self.callback(update, context)

    async def _answer(self, turn: Turn, _context: Surroundings) -> None:
        if turn.incoming is not None:
            turn.outgoing += await self._handle(turn.work, turn.incoming)


def application_of(api: BotApi, handle: Handle) -> Bot:
    """Build the application; it speaks to Telegram through `api`, and must be initialised."""
    request = ApiRequest(api)
    application: Bot = (
        Application.builder()
        .token(api.address.token)
        .base_url(f"{api.address.url}/bot")
        .request(request)
        .get_updates_request(request)
        .updater(None)
        .job_queue(None)
        .build()
    )
    application.add_handlers([Handler(kind, handle) for kind in KINDS])
    application.add_error_handler(_keep_error)
    return application


async def _keep_error(turn: object, context: Surroundings) -> None:
    if isinstance(turn, Turn):
        turn.error = context.error
