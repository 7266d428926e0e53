"""`/start`: who the bot is, and what one can do with it here."""

from markupsafe import Markup

from commands.answers import answer
from commands.context import Context
from commands.incoming import Said
from domain.delivery import Outgoing
from domain.grammar import Reading
from reports.language import Language


async def start(context: Context, said: Said, _reading: Reading) -> list[Outgoing]:
    """Introduce the bot."""
    return [answer(said, _in_private(context.say) if said.chat.private else _here(context.say))]


def _in_private(say: Language) -> Markup:
    return say(
        "<b>I am Gridward.</b> I keep track of what residents need and of what is wrong.\n"
        "Write #issue or #demand in your group: "
        "it gets a number and a deadline, and is seen through.\n\n"
        "Here with me:\n"
        "/mine – your requests and how they stand\n"
        "/case 12 – the whole record of one of yours\n"
        "/language – 中文 or English\n"
        "/help – more"
    )


def _here(say: Language) -> Markup:
    return say("I am here. Put #issue or #demand in a message; /help tells more.")
