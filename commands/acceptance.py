"""How a group comes to count in a community: it asks, and the head accepts."""

from commands.answers import redraw
from commands.context import Context
from commands.incoming import Sender, Tapped
from commands.one_line import OneLine
from commands.scope_codes import outdated, read_id
from commands.setup_facts import leads_community
from commands.spoken_language import language_with
from domain.codes import code
from domain.delivery import Button, Outgoing, Post, Purpose, Urgency
from domain.roles import Role, Scope, ScopeKind
from storage.affairs import place_group
from storage.areas import Area
from storage.evolving import By
from storage.groups import Group


async def ask_to_count(
    context: Context, group: Group, community: Area, sender: Sender
) -> tuple[Group, list[Outgoing]]:
    """Have a group count in a community: at once when its head asks, else the head is asked."""
    await _check_free(context, group, sender)
    accepted = await leads_community(context, sender, community.id)
    by = By(context.now, sender.id)
    placed = await place_group(context.work, group, community.id, by, accepted=accepted)
    if accepted:
        return placed, []
    heads = await _who_accepts(context, community)
    return placed, [await _question(context, placed, community, head) for head in heads]


async def accept(
    context: Context, group: Group, sender: Sender, *, accepted: bool
) -> tuple[Group, Area]:
    """Accept a group, or take the acceptance back, as the head of the community it asked for.

    Raises OneLine for anybody else.
    """
    community = await context.work.areas.get(group.community) if group.community else None
    if community is None:
        raise outdated(context)
    if not await leads_community(context, sender, community.id):
        raise OneLine(context.say("Only the head of {name} can decide this.", name=community.name))
    if accepted == (group.accepted_at is not None):
        return group, community
    by = By(context.now, sender.id)
    placed = await place_group(context.work, group, community.id, by, accepted=accepted)
    return placed, community


async def place_tapped(
    context: Context, tapped: Tapped, arguments: tuple[str, ...]
) -> list[Outgoing]:
    """Accept a group, or take it back, from the question that came in private."""
    written, asked_for, answered = (*arguments, "", "", "")[:3]
    group = await context.work.groups.get(read_id(context, written))
    if group is None or group.community != read_id(context, asked_for):
        raise outdated(context)
    accepted = answered == "yes"
    placed, community = await accept(context, group, tapped.sender, accepted=accepted)
    names = {"title": placed.title, "name": community.name}
    if not accepted:
        text = context.say("{title} is not counted in {name}.", **names)
        return redraw(tapped, text, ((_button(context, placed, yes=True),),))
    text = context.say("{title} is counted in {name} now.", **names)
    told = told_accepted(context, placed, community)
    return [*redraw(tapped, text, ((_button(context, placed, yes=False),),)), told]


def told_accepted(context: Context, group: Group, community: Area) -> Post:
    """Tell a group quietly where it counts from now on; once a day at most."""
    say = context.within(group).say
    return Post(
        chat=group.chat,
        html=say(
            "This group is counted in {name} now; its committee sees the figures.",
            name=community.name,
        ),
        dedupe=f"placed:{group.id}:{community.id}:{context.now.date()}",
        purpose=Purpose.NOTICE,
        thread=group.thread,
        urgency=Urgency.NOTICE,
        silent=True,
    )


async def _check_free(context: Context, group: Group, sender: Sender) -> None:
    """Keep a group from leaving its supervision by itself: only the head lets it go."""
    if group.accepted_at is None or group.community is None:
        return
    if not await leads_community(context, sender, group.community):
        raise OneLine(
            context.say(
                "This group is counted in a community already; only its head can change that."
            )
        )


async def _who_accepts(context: Context, community: Area) -> list[int]:
    """Return the heads; for want of them the inspectors, for want of those the owners."""
    roles = context.work.roles
    heads = await roles.holders(Scope(ScopeKind.COMMUNITY, community.id), Role.HEAD)
    if not heads and community.parent is not None:
        heads = await roles.holders(Scope(ScopeKind.SUBDISTRICT, community.parent))
    return sorted({grant.user for grant in heads} or context.owners)


async def _question(context: Context, group: Group, community: Area, head: int) -> Post:
    """Ask in private, in the head's own language; whoever never started the bot misses it."""
    say = await language_with(context, head)
    label = say("Accept this group")
    return Post(
        chat=head,
        html=say(
            "{title} asks to be counted in {name}. Until you accept, it is not in your figures.",
            title=group.title,
            name=community.name,
        ),
        dedupe=f"asks:{group.id}:{community.id}:{head}:{context.now.date()}",
        purpose=Purpose.NOTICE,
        urgency=Urgency.NOTICE,
        keyboard=((Button(label.unescape(), code("place", group.id, community.id, "yes")),),),
    )


def _button(context: Context, group: Group, *, yes: bool) -> Button:
    label = context.say("Accept after all") if yes else context.say("Take it back")
    return Button(
        label.unescape(), code("place", group.id, group.community, "yes" if yes else "no")
    )
