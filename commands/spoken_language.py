"""Which of the two languages the bot speaks: a group's, or a person's own."""

from commands.context import Context
from storage.work import Work


def _key(user: int) -> str:
    return f"language:{user}"


async def chosen_language(work: Work, user: int) -> str | None:
    """Return the language somebody chose to be spoken to in private; None if they never did."""
    return await work.memory.recall(_key(user))


async def choose_language(context: Context, user: int, code: str) -> None:
    """Keep the language somebody chose."""
    await context.work.memory.keep(_key(user), code)
