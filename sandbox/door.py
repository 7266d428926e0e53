"""Keeps other websites out: a visitor's browser must not drive the sandbox for them."""

from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_LOOKING = frozenset({"GET", "HEAD"})


class OwnOriginOnly:
    """Refuses to change anything for a page of another origin; a program names no origin."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request be answered, or refuse it."""
        headers = Headers(scope=scope)
        own = f"http://{headers.get('host', '')}"
        if scope["method"] in _LOOKING or headers.get("origin", own) == own:
            await self._app(scope, receive, send)
            return
        refusal = PlainTextResponse("only the sandbox's own page may do this", 403)
        await refusal(scope, receive, send)


# A foreign name that leads to this machine is a website too.
OWN_PAGES = [
    Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"]),
    Middleware(OwnOriginOnly),
]
