"""JSON read fast, and where that fails, as half characters make it, by the patient reader."""

import json
from typing import Any

import orjson


def read_json(text: bytes | str) -> Any:
    """Return what a JSON text says; raises ValueError when it is none."""
    try:
        return orjson.loads(text)
    except ValueError:
        return json.loads(text)


def write_json(value: Any) -> str:
    """Return a value as JSON text that any database can keep."""
    try:
        return orjson.dumps(value).decode()
    except (TypeError, ValueError):
        return json.dumps(value)
