"""What the program writes of itself; tokens, secrets and personal numbers never get in."""

import logging
import re
import sys
from collections.abc import Mapping, MutableMapping
from typing import Any

import structlog

# A token as Telegram gives it, also inside an address.
_TOKEN = re.compile(r"\d{5,}:[\w-]{30,}")
# Mobile and identity numbers, as people in China write them.
_PERSONAL = re.compile(r"(?<![\d-])(?:1[3-9]\d{9}|\d{17}[\dXx])(?!\d)")
_QUIETER = (
    "httpx",
    "httpcore",
    "telegram",
    "apscheduler",
    "uvicorn",
    "aiosqlite",
    "asyncio",
    "alembic",
)

Event = MutableMapping[str, Any]


def set_up_logs(level: str, form: str, secrets: tuple[str, ...] = ()) -> None:
    """Write logs to standard error from `level` on, as `console` lines or `json`."""
    renderer: Any = structlog.processors.JSONRenderer(ensure_ascii=False)
    if form == "console":
        renderer = structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    chain: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        _Redactor(secrets),
    ]
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=chain,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _QUIETER:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
    structlog.configure(
        processors=[*chain, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        cache_logger_on_first_use=True,
    )


class _Redactor:
    """Replaces whatever looks like a token, and every secret it was told, before it is written."""

    def __init__(self, secrets: tuple[str, ...]) -> None:
        self._secrets = tuple(secret for secret in secrets if secret)

    def __call__(self, _logger: object, _method: str, event: Event) -> Event:
        return {name: self._clean(value) for name, value in event.items()}

    def _clean(self, value: Any) -> Any:
        if isinstance(value, Mapping):
            return {name: self._clean(item) for name, item in value.items()}
        if not isinstance(value, str):
            return value if isinstance(value, int | float | bool | None) else self._hide(str(value))
        return self._hide(value)

    def _hide(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "<secret>")
        return _PERSONAL.sub("<number>", _TOKEN.sub("<token>", text))
