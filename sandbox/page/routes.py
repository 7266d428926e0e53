"""The chat page's routes: the page itself, its files, what it asks, and its stream of events."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import orjson
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from sandbox.api.refusals import RefusedError
from sandbox.door import OWN_PAGES
from sandbox.page.desk import Desk
from sandbox.page.guard import Guarded
from sandbox.page.live import Live
from sandbox.scene import Scene
from sandbox.world.pictures import picture_type

_STATIC = Path(__file__).parent / "static"
_NUMBER = "last-event-id"
_FOR_GOOD = "private, max-age=31536000, immutable"
_BYTES = "application/octet-stream"


def page_routes(scene: Scene) -> list[BaseRoute]:
    """Return the page's routes, at / and under /page."""
    live = Live(scene)
    desk = Desk(scene, live)
    asked = [
        Route("/state", _endpoint(desk.state)),
        Route("/messages", _endpoint(desk.messages)),
        Route("/tag", _endpoint(desk.tag)),
        Route("/commands", _endpoint(desk.commands)),
        Route("/read", _endpoint(desk.read), methods=["POST"]),
        Route("/jump", _endpoint(desk.jump), methods=["POST"]),
        Route("/live", _stream(live)),
        Route("/files/{file_id}", _file(scene)),
        Mount("/static", StaticFiles(directory=_STATIC)),
    ]
    guarded = [Middleware(Guarded), *OWN_PAGES]
    return [
        Mount("/page", routes=asked, middleware=guarded),
        Route("/", _page, middleware=guarded),
    ]


async def _page(_: Request) -> Response:
    return FileResponse(_STATIC / "index.html", media_type="text/html")


def _endpoint(
    answer: Callable[[Request], Awaitable[Any]],
) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            return _json(200, await answer(request))
        except LookupError as error:
            return _json(404, {"error": f"not found: {error}"})
        except (RefusedError, ValueError) as error:
            return _json(409, {"error": str(error)})

    return endpoint


def _stream(live: Live) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        # The browser names the last event it heard when it comes back by itself.
        place = request.headers.get(_NUMBER) or request.query_params.get("after", "")
        return StreamingResponse(live.events(place), media_type="text/event-stream")

    return endpoint


def _file(scene: Scene) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        stored = scene.world.files.by_id(request.path_params["file_id"])
        if stored is None:
            return _json(404, {"error": "no such file"})
        # A file never changes under its number.
        kept = {"ETag": f'"{stored.unique_id}"', "Cache-Control": _FOR_GOOD}
        if request.headers.get("if-none-match") == kept["ETag"]:
            return Response(status_code=304, headers=kept)
        shown = picture_type(stored.content)
        if shown is not None and "download" not in request.query_params:
            return Response(stored.content, media_type=shown, headers=kept)
        # Nothing but a picture is opened in the page's own place: it could hold a script.
        name = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(stored.name)}"}
        return Response(stored.content, media_type=_BYTES, headers=kept | name)

    return endpoint


def _json(status: int, value: Any) -> Response:
    return Response(orjson.dumps(value), status, media_type="application/json")
