"""Which of the two languages the bot speaks with a person in private."""

from commands.context import Context
from reports.language import Language, language, spoken

LANGUAGE_NAMES = {"zh": "中文", "en": "English"}


async def language_with(context: Context, user: int) -> Language:
    """Return the language somebody chose, else the one their Telegram is set to."""
    chosen = await context.work.memory.recall(_key(user))
    if chosen is not None:
        return language(chosen)
    person = await context.work.people.find(user)
    return language(spoken(person.language if person else None, context.default_language))


async def choose_language(context: Context, user: int, code: str) -> None:
    """Keep the language somebody chose."""
    await context.work.memory.keep(_key(user), code)


def _key(user: int) -> str:
    return f"language:{user}"
