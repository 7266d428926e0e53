"""One call to the Bot API over HTTP, and what came back, as a value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Any, Self

import aiohttp
import orjson

from bot.json_text import read_json

SERVER_ERROR = 500
_JSON = {"Content-Type": "application/json"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the Bot API answered: a result, or an error with its code, its words and its advice."""

    ok: bool
    result: Any
    code: int = 200
    description: str = ""
    retry_after: float | None = None
    migrate_to: int | None = None
    date: datetime | None = None


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that goes with a call; `field` is the name it has there."""

    field: str
    name: str
    content_type: str
    content: bytes


class Unanswered(Exception):  # noqa: N818 - it names what happened
    """No answer that could be read; `may_have_acted` tells whether the request can have arrived."""

    def __init__(self, reason: str, *, may_have_acted: bool) -> None:
        super().__init__(reason)
        self.may_have_acted = may_have_acted


@dataclass(frozen=True, slots=True)
class Address:
    """Where the Bot API is, and as whom to speak to it; `url` is without `/bot`."""

    url: str
    token: str
    proxy: str | None = None

    def of(self, method: str) -> str:
        """Return the address of one method; it holds the token, so it never goes to a log."""
        return f"{self.url.rstrip('/')}/bot{self.token}/{method}"


class BotApi:
    """Calls the Bot API with JSON, or with a form where a file goes along.

    The date of each answer that can be read goes to `heard`.
    """

    def __init__(self, address: Address, heard: Callable[[datetime], None]) -> None:
        self.address = address
        self._heard = heard
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        # No cookies and no redirects are used; leaving them out halves the work of a call.
        self._session = aiohttp.ClientSession(
            cookie_jar=aiohttp.DummyCookieJar(),
            connector=aiohttp.TCPConnector(limit=0),
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def call(
        self,
        method: str,
        parameters: Mapping[str, Any],
        upload: Upload | None = None,
        *,
        seconds: float = 20,
    ) -> Answer:
        """Call `method`, wait at most `seconds`; raises Unanswered when nothing readable came."""
        asked = _form(parameters, upload) if upload else orjson.dumps(parameters)
        code, body, date = await self._request(method, asked, seconds)
        try:
            answer = _answer(read_json(body), date)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            refused = 400 <= code < SERVER_ERROR  # noqa: PLR2004 - HTTP's own class of codes
            raise Unanswered(
                f"unreadable answer, HTTP {code}", may_have_acted=not refused
            ) from error
        # Whatever else may answer in Telegram's place has no say in what time it is.
        if date is not None:
            self._heard(date)
        return answer

    async def post(self, method: str, body: bytes, seconds: float) -> tuple[int, bytes]:
        """Post JSON to a method, and return status and body; raises Unanswered without either."""
        code, answered, _ = await self._request(method, body, seconds)
        return code, answered

    async def _request(
        self, method: str, body: bytes | aiohttp.FormData, seconds: float
    ) -> tuple[int, bytes, datetime | None]:
        if self._session is None:
            raise RuntimeError("the Bot API is used before it is opened")
        try:
            async with self._session.post(
                self.address.of(method),
                data=body,
                headers=_JSON if isinstance(body, bytes) else None,
                timeout=aiohttp.ClientTimeout(total=seconds),
                proxy=self.address.proxy,
                allow_redirects=False,
            ) as response:
                return response.status, await response.read(), _date(response)
        except aiohttp.ClientConnectorError as error:
            raise Unanswered("Telegram cannot be reached", may_have_acted=False) from error
        except TimeoutError as error:
            raise Unanswered(f"no answer in {seconds} s", may_have_acted=True) from error
        except (aiohttp.ClientError, OSError) as error:
            # The error's own words may hold the address, and so the token.
            raise Unanswered(type(error).__name__, may_have_acted=True) from None


def _form(parameters: Mapping[str, Any], upload: Upload) -> aiohttp.FormData:
    form = aiohttp.FormData()
    for name, value in parameters.items():
        # A field of a form is text; everything else stands in it as JSON.
        form.add_field(name, value if isinstance(value, str) else orjson.dumps(value).decode())
    form.add_field(
        upload.field, upload.content, filename=upload.name, content_type=upload.content_type
    )
    return form


def _date(response: aiohttp.ClientResponse) -> datetime | None:
    try:
        date = parsedate_to_datetime(response.headers.get("Date", ""))
    except ValueError:
        return None
    # The zone -0000 is read as none, and means UTC.
    return date if date.tzinfo is not None else date.replace(tzinfo=UTC)


def _answer(said: dict[str, Any], date: datetime | None) -> Answer:
    if said["ok"] is True:
        return Answer(ok=True, result=said["result"], date=date)
    advice = said.get("parameters", {})
    return Answer(
        ok=False,
        result=None,
        code=int(said["error_code"]),
        description=str(said.get("description", "")),
        retry_after=advice.get("retry_after"),
        migrate_to=advice.get("migrate_to_chat_id"),
        date=date,
    )
