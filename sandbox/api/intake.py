"""Reads a request's parameters from its query and from any body Telegram accepts."""

from typing import Any
from urllib.parse import parse_qsl

import orjson
from starlette.requests import Request

from sandbox.api.multipart import parts
from sandbox.api.parameters import Parameters
from sandbox.api.refusals import bad_request
from sandbox.world.files import Upload


async def read_parameters(request: Request) -> Parameters:
    """Return a request's parameters; those of the body win over those of the query."""
    # Telegram takes parameters from both places at once.
    values: dict[str, Any] = dict(request.query_params)
    content_type = request.headers.get("content-type", "")
    body = await request.body()
    if content_type.startswith("application/json") and body:
        values |= _json(body)
    elif content_type.startswith("application/x-www-form-urlencoded"):
        values |= dict(parse_qsl(body.decode(), keep_blank_values=True))
    elif content_type.startswith("multipart/form-data"):
        return _form(values, content_type, body)
    return Parameters(values)


def _json(body: bytes) -> dict[str, Any]:
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise bad_request("can't parse request body as JSON object") from None
    if not isinstance(value, dict):
        raise bad_request("can't parse request body as JSON object")
    return value


def _form(values: dict[str, Any], content_type: str, body: bytes) -> Parameters:
    uploads: dict[str, Upload] = {}
    for part in parts(content_type, body):
        if part.filename is None:
            values[part.name] = part.content.decode()
        else:
            uploads[part.name] = Upload(part.filename, part.content, part.content_type)
    return Parameters(values, uploads)
