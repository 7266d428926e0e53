"""The Bot API's errors, in its own words."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

_NONE: Mapping[str, Any] = MappingProxyType({})


class RefusedError(Exception):
    """A request that the Bot API answers with `ok: false`."""

    def __init__(self, code: int, description: str, parameters: Mapping[str, Any] = _NONE) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def shape(self) -> dict[str, Any]:
        """Return the answer's JSON object."""
        shape = {"ok": False, "error_code": self.code, "description": self.description}
        return shape | ({"parameters": dict(self.parameters)} if self.parameters else {})


def bad_request(reason: str) -> RefusedError:
    """Return an error 400."""
    return RefusedError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> RefusedError:
    """Return an error 403."""
    return RefusedError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> RefusedError:
    """Return an error 409."""
    return RefusedError(409, f"Conflict: {reason}")


def too_many_requests(seconds: int) -> RefusedError:
    """Return an error 429 that tells after how many seconds to come again."""
    description = f"Too Many Requests: retry after {seconds}"
    return RefusedError(429, description, {"retry_after": seconds})


def upgraded(supergroup: int) -> RefusedError:
    """Return the error that tells a migrated group's new number."""
    description = "Bad Request: group chat was upgraded to a supergroup chat"
    return RefusedError(400, description, {"migrate_to_chat_id": supergroup})
