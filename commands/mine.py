"""`/mine`: one's own requests, and the cases one has to settle."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.answers import answer
from commands.case_pages import listed_cases, telling_of
from commands.context import Context
from commands.incoming import Said
from commands.registration import group_of
from domain.case import Case
from domain.delivery import Outgoing
from domain.grammar import Reading
from domain.kinds import State
from reports.blocks import Block, joined
from reports.case_list import case_list
from storage.groups import Group

MOST_LISTED = 8


async def mine(context: Context, said: Said, _reading: Reading) -> list[Outgoing]:
    """List what is the asker's: everything in private, what is of this group in a group."""
    asked = await context.work.cases.of_requester(said.sender.id)
    handled = await context.work.cases.of_handler(said.sender.id)
    standing = [case for case in asked if case.is_open or case.state is State.RESOLVED]
    if not said.chat.private:
        here = (await group_of(context, said.chat)).id
        standing = [case for case in standing if case.group == here]
        handled = tuple(case for case in handled if case.group == here)
    say = context.say
    blocks = [
        *await _section(context, say("<b>Your requests</b>"), standing),
        *await _section(context, say("<b>For you to settle</b>"), handled),
    ]
    return [answer(said, joined(blocks) if blocks else _nothing(context))]


async def _section(context: Context, title: Markup, cases: Sequence[Case]) -> list[Block]:
    if not cases:
        return []
    shown = tuple(cases[:MOST_LISTED])
    titles = {} if context.group else await _groups(context, shown)
    listed = await listed_cases(context, shown, titles)
    rest = len(cases) - len(shown)
    more: list[Block] = [[context.say("and {n} more", n=rest)]] if rest else []
    return [[title], *case_list(telling_of(context), listed), *more]


async def _groups(context: Context, cases: Sequence[Case]) -> dict[int, Group]:
    found = [await context.work.groups.get(number) for number in {case.group for case in cases}]
    return {group.id: group for group in found if group is not None}


def _nothing(context: Context) -> Markup:
    return context.say(
        "Nothing of yours is open. Put #issue or #demand in a message in your group, "
        "and it is kept in sight here."
    )
