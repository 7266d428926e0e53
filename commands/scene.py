"""The scene of a move: the case, the group it is in and who acts; and how the move happens."""

from dataclasses import dataclass

from commands.actor import actor_in
from commands.answers import answer
from commands.context import Context
from commands.incoming import Said, Sender, Tapped
from commands.meant import LARGEST, meant_number, not_here
from commands.one_line import OneLine
from domain.case import Case
from domain.delivery import Edit, Outgoing
from domain.events import CaseEvent, Entry, Words
from domain.grammar import Reading
from domain.kinds import Move
from domain.moves import check
from domain.roles import Actor
from reports.card_message import card_edit
from reports.case_words import state_name
from reports.telling import Telling
from storage.groups import Group
from storage.record import record


@dataclass(frozen=True, slots=True)
class Scene:
    """A case that nobody else can move meanwhile, its group, and who acts on it."""

    case: Case
    group: Group
    actor: Actor


async def scene_said(context: Context, said: Said, reading: Reading, move: Move) -> Scene:
    """Find what a message is about, and that the table allows the move; nothing is stored before.

    Raises OneLine when no case is meant, and Refused when the move is not allowed.
    """
    number = await meant_number(context, said, reading)
    scene = await scene_of(context, number, said.sender)
    check(move, scene.case, scene.actor)
    return scene


async def scene_tapped(context: Context, tapped: Tapped, arguments: tuple[str, ...]) -> Scene:
    """Find what a tap is about; raises OneLine for a code that was not written by the bot."""
    if not arguments or not arguments[0].isdecimal():
        raise OneLine(not_here(context))
    return await scene_of(context, int(arguments[0]), tapped.sender)


async def scene_of(context: Context, number: int, sender: Sender) -> Scene:
    """Find a case of this chat; elsewhere nobody learns whether the number exists.

    In private, who asked for a case or holds a role over its group finds it, too.
    """
    locked = await context.work.cases.lock(number) if number <= LARGEST else None
    group = await context.work.groups.get(locked[0].group) if locked else None
    if locked is None or group is None:
        raise OneLine(not_here(context, number))
    scene = Scene(locked[0], group, await actor_in(context, sender, group))
    if not _in_sight(context, scene):
        raise OneLine(not_here(context, number))
    return scene


def _in_sight(context: Context, scene: Scene) -> bool:
    if context.group is not None:
        return context.group.id == scene.group.id
    return scene.actor.role is not None or scene.actor.id in scene.case.requesters


async def sealed(context: Context, text: str) -> Words | None:
    """Keep what somebody wrote; None when they wrote nothing."""
    return await context.work.texts.seal(text) if text else None


async def happens(context: Context, scene: Scene, *events: CaseEvent) -> Case:
    """Record what the actor does to the case, and return it as it then stands."""
    held = scene.actor.role is not None
    entries = [Entry(context.now, scene.actor.id, event, held) for event in events]
    return await record(context.work, scene.case.number, entries)


def telling_for(context: Context, group: Group) -> Telling:
    """Return how things are told in a group, wherever they are said."""
    there = context.within(group)
    return Telling(there.say, there.zone, context.now, context.policy)


async def shown(context: Context, said: Said, scene: Scene, case: Case) -> list[Outgoing]:
    """Show a move that somebody made in words: on the card, and in private by a line, too."""
    card = await redrawn(context, scene, case)
    # What is edited later is known by this to be a move that was made already.
    await context.work.posts.bind(said.chat.id, said.message, case.number, None)
    if not said.chat.private:
        return [card]
    state = state_name(context.say, case.state)
    line = context.say("№{n} is now {state}. #case{n}", n=case.number, state=state)
    return [card, answer(said, line)]


async def redrawn(context: Context, scene: Scene, case: Case) -> Edit:
    """Return the card of a case as it now stands."""
    return await card_edit(context.work, case, telling_for(context, scene.group), scene.group)
