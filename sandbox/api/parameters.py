"""A request's parameters, whichever of Telegram's encodings brought them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from sandbox.api.refusals import bad_request
from sandbox.world.files import Upload

_TRUE = frozenset({"true", "1", "yes"})


def whole_number(value: object, name: str) -> int:
    """Return a value as whole number; 400 when it is none."""
    try:
        return int(str(value))
    except ValueError:
        raise bad_request(f"parameter {name} must be a number") from None


@dataclass(frozen=True, slots=True)
class Parameters:
    """Values by name (texts from forms, any JSON from JSON bodies), and uploaded files by name."""

    values: Mapping[str, Any] = field(default_factory=dict)
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Tell whether a parameter was given."""
        return self.values.get(name) not in (None, "")

    def text(self, name: str) -> str:
        """Return a parameter as text, empty when it was not given."""
        value = self.values.get(name)
        return "" if value is None else str(value)

    def flag(self, name: str) -> bool:
        """Return a parameter as truth value, false when it was not given."""
        return self.text(name).lower() in _TRUE

    def number(self, name: str) -> int | None:
        """Return a parameter as whole number, None when it was not given; 400 when it is none."""
        return whole_number(self.values[name], name) if self.has(name) else None

    def json(self, name: str) -> Any:
        """Return a parameter's JSON value, None when it was not given; 400 when it is none."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return orjson.loads(value)
        except orjson.JSONDecodeError:
            raise bad_request(f"can't parse {name} JSON object") from None

    def objects(self, name: str) -> list[dict[str, Any]]:
        """Return a parameter that is a JSON list of objects; 400 when it is something else."""
        value = self.json(name)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise bad_request(f"{name} must be an Array of objects")
        return value

    def object(self, name: str) -> dict[str, Any]:
        """Return a parameter that is a JSON object, empty when not given; 400 otherwise."""
        value = self.json(name)
        if value is None:
            return {}
        if not isinstance(value, dict):
            raise bad_request(f"object expected as {name}")
        return value
