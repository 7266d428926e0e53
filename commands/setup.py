"""`/setup`: a group's language, time zone and community, guided by buttons."""

from zoneinfo import available_timezones

from commands.actor import actor_in
from commands.answers import answer, redraw
from commands.context import Context
from commands.incoming import Chat, Said, Sender, Tapped
from commands.one_line import OneLine
from commands.registration import group_of
from commands.scope_codes import outdated
from commands.setup_steps import STEPS, Shown, keep_setting, set_zone, show_overview
from commands.waiting_groups import waiting_groups
from domain.delivery import Outgoing
from domain.grammar import Reading
from domain.roles import Role
from storage.groups import Group


async def setup(context: Context, said: Said, reading: Reading) -> list[Outgoing]:
    """Show a group's settings; a zone behind the command is set, as is the topic of summaries."""
    if said.chat.private:
        return await waiting_groups(context, said)
    group = await _group_led(context, said.chat, said.sender)
    words = reading.command.arguments if reading.command else ""
    if words:
        screen, told = await _named(context, group, said, words)
    else:
        screen, told = await show_overview(context, group, said.sender)
    return [answer(said, screen.html, screen.keyboard), *told]


async def setup_tapped(
    context: Context, tapped: Tapped, arguments: tuple[str, ...]
) -> list[Outgoing]:
    """Take one step of the guided set-up."""
    step, argument = (*arguments, "", "")[:2]
    if tapped.chat.private or step not in STEPS:
        raise outdated(context)
    group = await _group_led(context, tapped.chat, tapped.sender)
    screen, told = await STEPS[step](context, group, tapped.sender, argument)
    return [*redraw(tapped, screen.html, screen.keyboard), *told]


async def _group_led(context: Context, chat: Chat, sender: Sender) -> Group:
    group = await group_of(context, chat)
    actor = await actor_in(context, sender, group)
    if not actor.at_least(Role.LEADER):
        raise OneLine(
            context.say("Settings are for grid leaders and the administrators of this chat.")
        )
    return group


async def _named(context: Context, group: Group, said: Said, words: str) -> Shown:
    if words.strip().lower() in {"topic", "话题"}:
        return await keep_setting(context, group, said.sender, "thread", str(said.thread or ""))
    known = {zone.lower(): zone for zone in available_timezones()}
    zone = known.get(words.strip().lower().replace(" ", "_"))
    if zone is None:
        raise OneLine(
            context.say(
                "I know no such time zone. For example: <code>/setup Asia/Shanghai</code>. "
                "For everything else, /setup has buttons."
            )
        )
    return await set_zone(context, group, said.sender, zone)
