"""python-telegram-bot's way to the Bot API, over the program's own client and its clock."""

from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

from bot.bot_api import BotApi, Unanswered

_PATIENCE_SECONDS = 20.0


class ApiRequest(BaseRequest):
    """Posts JSON through a client that somebody else opens and closes; files are not sent."""

    def __init__(self, api: BotApi) -> None:
        self._api = api

    @property
    def read_timeout(self) -> float:
        """How long an answer may take, in seconds."""
        return _PATIENCE_SECONDS

    async def initialize(self) -> None:
        """Do nothing: the client is open."""

    async def shutdown(self) -> None:
        """Do nothing: whoever opened the client closes it."""

    async def do_request(  # noqa: PLR0913, PLR0917 - the library's signature
        self,
        url: str,
        method: str,  # noqa: ARG002
        request_data: RequestData | None = None,
        read_timeout: object = None,  # noqa: ARG002
        write_timeout: object = None,  # noqa: ARG002
        connect_timeout: object = None,  # noqa: ARG002
        pool_timeout: object = None,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Call the method that the address ends with; raises NetworkError without an answer."""
        body = request_data.json_payload if request_data else b"{}"
        try:
            return await self._api.post(url.rpartition("/")[2], body, _PATIENCE_SECONDS)
        except Unanswered as silence:
            raise NetworkError(str(silence)) from None
