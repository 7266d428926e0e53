"""The routes under /control, and how their answers and errors look."""

from collections.abc import Awaitable, Callable
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.acts.errors import ImpossibleError
from sandbox.api.intake import read_parameters
from sandbox.api.refusals import RefusedError
from sandbox.control import chats, messages, people, time, trouble
from sandbox.control.order import Order, UnknownError
from sandbox.door import OWN_PAGES
from sandbox.scene import Scene

Action = Callable[[Order], Awaitable[Any]]

_TABLE: list[tuple[str, str, Action]] = [
    ("GET", "/people", people.listed),
    ("POST", "/people", people.add),
    ("POST", "/bots", people.add_bot),
    ("GET", "/chats", chats.listed),
    ("POST", "/chats", chats.add),
    ("POST", "/chats/{chat}/members", chats.place),
    ("POST", "/chats/{chat}/topics", chats.add_topic),
    ("POST", "/chats/{chat}/migrate", chats.migrate),
    ("GET", "/chats/{chat}/messages", messages.listed),
    ("POST", "/chats/{chat}/messages", messages.say),
    ("POST", "/chats/{chat}/messages/{message}", messages.edit),
    ("DELETE", "/chats/{chat}/messages/{message}", messages.delete),
    ("POST", "/chats/{chat}/messages/{message}/tap", messages.tap),
    ("POST", "/chats/{chat}/messages/{message}/reaction", messages.react),
    ("GET", "/answers", messages.answers),
    ("GET", "/changes", time.changes),
    ("GET", "/clock", time.now),
    ("POST", "/clock/advance", time.advance),
    ("POST", "/clock/set", time.set_to),
    ("GET", "/faults", trouble.ordered),
    ("POST", "/faults", trouble.add),
    ("DELETE", "/faults", trouble.clear),
    ("POST", "/limits", trouble.switch_limits),
    ("GET", "/calls", trouble.calls),
]


def control_routes(scene: Scene) -> list[Route]:
    """Return the routes of the control API."""
    table = [*_TABLE, ("GET", "", index)]
    return [
        Route(f"/control{path}", _endpoint(scene, action), methods=[method], middleware=OWN_PAGES)
        for method, path, action in table
    ]


async def index(_: Order) -> list[dict[str, str]]:
    """Tell all routes and what they take."""
    return [
        {"method": method, "path": f"/control{path}", "does": str(action.__doc__)}
        for method, path, action in _TABLE
    ]


def _endpoint(scene: Scene, action: Action) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            if request.method != "GET":
                scene.check_open()
            parameters = await read_parameters(request)
            result = await action(Order(scene, request.path_params, parameters))
        except UnknownError as error:
            return _json(404, {"error": str(error)})
        except (ImpossibleError, RefusedError, ValueError) as error:
            return _json(409, {"error": str(error)})
        return _json(200, result)

    return endpoint


def _json(status: int, value: Any) -> Response:
    return Response(orjson.dumps(value), status, media_type="application/json")
