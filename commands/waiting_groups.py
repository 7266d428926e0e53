"""`/setup` in private: the groups that ask to count with somebody, to be accepted by a button."""

from commands.answers import answer
from commands.context import Context
from commands.incoming import Said, Sender
from commands.one_line import OneLine
from commands.setup_facts import communities, leads_community
from domain.codes import code
from domain.delivery import Button, Outgoing
from domain.text import clip
from storage.areas import Area
from storage.groups import Group

MOST_LISTED = 12
LABEL_UNITS = 48


async def waiting_groups(context: Context, said: Said) -> list[Outgoing]:
    """List them, each with its button; raises OneLine for who heads no community."""
    headed = await _headed(context, said.sender)
    if not headed:
        raise OneLine(
            context.say("/setup is for a group: write it there. My language here: /language")
        )
    waiting = [
        (group, community)
        for community in headed
        for group in await context.work.groups.asking(community.id)
    ][:MOST_LISTED]
    if not waiting:
        return [answer(said, context.say("No group is waiting for you to accept it."))]
    buttons = tuple((_button(group, community),) for group, community in waiting)
    return [
        answer(
            said, context.say("These groups are waiting for you. Which one do you accept?"), buttons
        )
    ]


async def _headed(context: Context, sender: Sender) -> list[Area]:
    known = await communities(context)
    return [area for area in known if await leads_community(context, sender, area.id)]


def _button(group: Group, community: Area) -> Button:
    label = clip(f"{group.title} → {community.name}", LABEL_UNITS)
    return Button(label, code("place", group.id, community.id, "yes"))
