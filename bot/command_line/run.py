"""`gridward run`: the bot itself, until it is told to stop."""

import asyncio
import gc
import signal

import structlog

from bot.logs import set_up_logs
from bot.program import Connections, Program, Source, connected, deployment_of, introduce
from bot.settings import Settings, load_settings
from bot.telegram_in.delivered import Delivered, Door
from bot.telegram_in.heartbeat import Heartbeat
from bot.telegram_in.polling import Polling
from bot.telegram_in.webhook import Webhook
from bot.telegram_out.menu import offer_menu

log = structlog.get_logger()


def run() -> None:
    """Run the bot until SIGTERM or Ctrl-C; what is in hand is finished, the rest stays stored."""
    settings = load_settings()
    secret = settings.webhook_secret
    secrets = (settings.token, secret.get_secret_value() if secret else "")
    set_up_logs(settings.log_level, settings.log_format, secrets)
    asyncio.run(_run(settings))


async def _run(settings: Settings) -> None:
    async with connected(settings) as held:
        me = await introduce(held.api)
        program = Program(held, deployment_of(settings, me))
        source = source_of(settings, held, program)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, source.stop)
        log.info("running", bot=me.username, webhook=settings.webhook_url is not None)
        # What was made while starting stays; looking at it again and again would cost for ever.
        gc.freeze()
        menu = asyncio.create_task(offer_menu(held.api, settings.default_language))
        try:
            await program.run(source)
        finally:
            menu.cancel()
        log.info("stopped")


def source_of(settings: Settings, held: Connections, program: Program) -> Source:
    """Return where updates come from: Telegram is asked, unless it has an address to deliver to."""
    if settings.webhook_url is None or settings.webhook_secret is None:
        return Polling(held.api, held.clock, program.hall)
    secret = settings.webhook_secret.get_secret_value()
    door = Door(settings.web_host, settings.web_port, settings.webhook_url, secret)
    heartbeat = Heartbeat(held.api, held.clock, program.reception)
    return Delivered(door, Webhook(secret, held.clock, program.hall), held.api, heartbeat)
