"""The menu of commands that Telegram shows beside the input line, in both languages."""

import asyncio
from collections.abc import Mapping

import structlog
from markupsafe import Markup

from bot.bot_api import BotApi, Unanswered
from reports.language import LANGUAGES, Language, language

log = structlog.get_logger()

PATIENCE_SECONDS = 5.0


async def offer_menu(api: BotApi, default_language: str) -> None:
    """Tell Telegram which commands there are; a bot without a menu works all the same.

    Whoever uses Telegram in another language than the bot's is shown the deployment's own.
    """
    spoken = {"": default_language} | {code: code for code in LANGUAGES}
    calls = [
        _set(api, scope, shown_for, commands)
        for shown_for, code in spoken.items()
        for scope, commands in _menus(language(code)).items()
    ]
    await asyncio.gather(*calls)


async def _set(api: BotApi, scope: str, shown_for: str, commands: Mapping[str, Markup]) -> None:
    asked = {
        "scope": {"type": scope},
        "language_code": shown_for,
        "commands": [
            {"command": name, "description": words.unescape()} for name, words in commands.items()
        ],
    }
    try:
        answer = await api.call("setMyCommands", asked, seconds=PATIENCE_SECONDS)
    except Unanswered as silence:
        log.info("the menu of commands is not shown", reason=str(silence))
        return
    if not answer.ok:
        log.info("the menu of commands is not shown", reason=answer.description)


def _menus(say: Language) -> dict[str, dict[str, Markup]]:
    return {"all_group_chats": _in_groups(say), "all_private_chats": _in_private(say)}


def _in_groups(say: Language) -> dict[str, Markup]:
    return {
        "issue": say("Something is wrong: /issue The lamp is out"),
        "demand": say("Something is needed: /demand A bench by the gate"),
        "cases": say("What is still open"),
        "mine": say("What is yours"),
        "case": say("What was said on one case: /case 12"),
        "stats": say("How fast, and how satisfied"),
        "summary": say("This week so far"),
        "overdue": say("What is past its deadline"),
        "help": say("What one can write here"),
        "setup": say("Language, time zone and community of this group"),
    }


def _in_private(say: Language) -> dict[str, Markup]:
    return {
        "mine": say("Your requests, and the cases you handle"),
        "case": say("The record of one case: /case 12"),
        "cases": say("Open cases of your groups"),
        "stats": say("The figures of your groups"),
        "overdue": say("What is past its deadline"),
        "roles": say("Who holds which role"),
        "language": say("中文 or English"),
        "help": say("What one can write here"),
    }
