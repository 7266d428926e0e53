"""Which case somebody means: the number they give, else that of the message they reply to."""

from markupsafe import Markup

from commands.context import Context
from commands.incoming import Said
from commands.one_line import OneLine
from domain.grammar import Reading, read
from domain.kinds import Move
from reports.language import Language

# What people write may be longer than any number a database holds.
LARGEST = 2**53
# The moves whose bare numbers can only mean which case; the others take numbers of their own.
_OF_ONE_CASE = frozenset(
    {Move.ACCEPT, Move.ASSIGN, Move.ASK, Move.RESOLVE, Move.REOPEN, Move.WITHDRAW}
)


async def heard(context: Context, said: Said) -> Reading:
    """Read what was said; who replies to a case with `#done 2 lamps` does not mean №2."""
    bot = context.bot.username
    reading = read(said.text, said.spans, bot_username=bot)
    if reading.move not in _OF_ONE_CASE or not reading.numbers:
        return reading
    if await replied_number(context, said) in {None, reading.numbers[0]}:
        return reading
    return read(said.text, said.spans, bot_username=bot, bare_numbers=False)


async def meant_number(context: Context, said: Said, reading: Reading) -> int:
    """Return the number of the case a message is about; raises OneLine when none is meant."""
    if reading.numbers:
        return reading.numbers[0]
    number = await replied_number(context, said)
    if number is None:
        raise OneLine(which_one(context.say))
    return number


async def replied_number(context: Context, said: Said) -> int | None:
    """Return the number of the case that the replied-to message, or its album, is about."""
    quoted = said.reply_to
    if quoted is None:
        return None
    posts = context.work.posts
    number = await posts.case_of(said.chat.id, quoted.message)
    if number is None and quoted.album is not None:
        return await posts.case_of_album(said.chat.id, quoted.album)
    return number


def which_one(say: Language) -> Markup:
    """Say that it is not clear which case is meant."""
    return say(
        "Which case? Reply to its card or to the message itself, or add its number: №12 or #case12."
    )


def not_here(context: Context, number: int | None = None) -> Markup:
    """Say that there is no such case here, whether or not there is one elsewhere."""
    say = context.say
    if number is None:
        return say("There is no such case here. /cases lists those that are open.")
    if context.group is None:
        return say(
            "There is no №{number} among what you may see. /mine lists yours.", number=number
        )
    return say("There is no №{number} here. /cases lists those that are open.", number=number)
