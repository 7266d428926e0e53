"""`/case N`: what was said in a case, or in private its whole record."""

from commands.answers import answer
from commands.case_record import record_asked
from commands.context import Context
from commands.incoming import Said
from commands.meant import meant_number
from domain.delivery import Keyboard, Link, Outgoing
from domain.grammar import Reading


async def case(context: Context, said: Said, reading: Reading) -> list[Outgoing]:
    """Tell the record of the case whose number is given, or to which the question replies."""
    number = await meant_number(context, said, reading)
    record = await record_asked(context, said, number)
    return [answer(said, record, () if said.chat.private else _whole(context, number))]


async def case_linked(
    context: Context, said: Said, _reading: Reading, number: int
) -> list[Outgoing]:
    """Tell the whole record in private, when somebody followed the link below what was said."""
    return [answer(said, await record_asked(context, said, number))]


def _whole(context: Context, number: int) -> Keyboard:
    label = context.say("The whole record, in private")
    url = f"https://t.me/{context.bot.username}?start=case-{number}"
    return ((Link(label.unescape(), url),),)
