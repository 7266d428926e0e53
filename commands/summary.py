"""`/summary`: this week so far."""

from commands.answers import answer
from commands.case_pages import telling_of
from commands.context import Context
from commands.incoming import Said
from commands.one_line import OneLine
from commands.outlook import outlook
from domain.delivery import Outgoing
from domain.grammar import Reading
from reports.weekly import this_week_so_far


async def summary(context: Context, said: Said, reading: Reading) -> list[Outgoing]:
    """Tell the running week of this group, or in private of a group the asker's roles reach."""
    name = reading.command.arguments if reading.command else ""
    view = await outlook(context, said.chat, said.sender.id, name)
    if view.of_several:
        raise OneLine(
            context.say(
                "A summary is of one group: write <code>/summary</code> and its name. "
                "For {name}: <code>/stats week</code>",
                name=view.sphere.name,
            )
        )
    told = await this_week_so_far(context.work, view.sphere.groups[0], telling_of(context))
    return [answer(said, told)]
