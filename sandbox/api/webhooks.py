"""setWebhook, deleteWebhook, getWebhookInfo: where updates are posted to."""

import re
from typing import Any
from urllib.parse import urlsplit

from sandbox.api.call import Call
from sandbox.api.polling import read_allowed
from sandbox.api.refusals import bad_request
from sandbox.world.desks import Webhook

_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
_LOOPBACK = ("127.0.0.1", "localhost")
_MOST_CONNECTIONS = 100
_USUAL_CONNECTIONS = 40


def set_webhook(call: Call) -> bool:
    """Post updates to a URL from now on; plain http only on this machine. No URL: poll again."""
    url = call.parameters.text("url")
    if not url:
        return delete_webhook(call)
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise bad_request("bad webhook: invalid webhook URL specified")
    # Telegram insists on HTTPS everywhere; a program under test has no certificate.
    if parts.scheme != "https" and parts.hostname not in _LOOPBACK:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    secret = call.parameters.text("secret_token")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    connections = call.parameters.number("max_connections") or _USUAL_CONNECTIONS
    if not 1 <= connections <= _MOST_CONNECTIONS:
        raise bad_request("max_connections must be between 1 and 100")
    _settle(call, Webhook(url, secret, connections))
    return True


def delete_webhook(call: Call) -> bool:
    """Stop posting updates."""
    _settle(call, Webhook())
    return True


def get_webhook_info(call: Call) -> dict[str, Any]:
    """Tell the URL and how posting went."""
    webhook, feed = call.desk.webhook, call.desk.feed
    info: dict[str, Any] = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(feed.waiting(call.world.clock.timestamp())),
    }
    if webhook.url:
        info["max_connections"] = webhook.max_connections
    if webhook.last_error:
        info["last_error_date"] = webhook.last_error_at
        info["last_error_message"] = webhook.last_error
    if feed.allowed:
        info["allowed_updates"] = sorted(feed.allowed)
    return info


def _settle(call: Call, webhook: Webhook) -> None:
    read_allowed(call)
    if call.parameters.flag("drop_pending_updates"):
        call.desk.feed.clear()
    call.desk.webhook = webhook
    call.world.changes.announce()
