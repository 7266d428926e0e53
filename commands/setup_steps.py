"""The steps of the guided set-up: each changes or shows something, and gives the next screen."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final
from zoneinfo import available_timezones

from commands.acceptance import accept, ask_to_count, told_accepted
from commands.context import Context
from commands.incoming import Sender
from commands.scope_codes import outdated, read_id
from commands.setup_facts import communities, facts_of
from commands.setup_screens import Screen, languages, overview, zones
from commands.setup_screens import communities as communities_screen
from domain.delivery import Outgoing
from domain.roles import Scope, ScopeKind
from reports.language import LANGUAGES
from reports.schedule import schedule_weekly
from storage.affairs import change_setting
from storage.evolving import By
from storage.groups import Group

Shown = tuple[Screen, list[Outgoing]]
Step = Callable[[Context, Group, Sender, str], Awaitable[Shown]]


async def show_overview(
    context: Context, group: Group, sender: Sender, _argument: str = ""
) -> Shown:
    """Show all settings as they stand."""
    return overview(context.say, await facts_of(context, group, sender)), []


async def _languages(context: Context, _group: Group, _sender: Sender, _argument: str) -> Shown:
    return languages(context.say), []


async def _zones(context: Context, _group: Group, _sender: Sender, _argument: str) -> Shown:
    return zones(context.say), []


async def _communities(context: Context, group: Group, _sender: Sender, page: str) -> Shown:
    known = await communities(context)
    return communities_screen(context.say, group.title, known, read_id(context, page)), []


async def _language(context: Context, group: Group, sender: Sender, chosen: str) -> Shown:
    if chosen not in LANGUAGES:
        raise outdated(context)
    return await keep_setting(context, group, sender, "language", chosen)


async def set_zone(context: Context, group: Group, sender: Sender, zone: str) -> Shown:
    """Tell the group's deadlines and weeks by other clocks."""
    if zone not in available_timezones():
        raise outdated(context)
    return await keep_setting(context, group, sender, "timezone", zone)


async def keep_setting(
    context: Context, group: Group, sender: Sender, name: str, value: str
) -> Shown:
    """Change a setting, unless it stands so already, and show them all."""
    by, scope = By(context.now, sender.id), Scope(ScopeKind.GROUP, group.id)
    if (getattr(group, name) or "") != value:
        await change_setting(context.work, scope, name, value, by)
    changed = await context.work.groups.get(group.id) or group
    await schedule_weekly(context.work, changed, context.now, context.zone)
    return await show_overview(context.within(changed), changed, sender)


async def _join(context: Context, group: Group, sender: Sender, area: str) -> Shown:
    wanted = read_id(context, area)
    found = [each for each in await communities(context) if each.id == wanted]
    if not found:
        raise outdated(context)
    placed, told = await ask_to_count(context, group, found[0], sender)
    screen, _ = await show_overview(context, placed, sender)
    return screen, told


async def _accept(context: Context, group: Group, sender: Sender, _argument: str) -> Shown:
    placed, community = await accept(context, group, sender, accepted=True)
    screen, _ = await show_overview(context, placed, sender)
    return screen, [told_accepted(context, placed, community)]


async def _part(context: Context, group: Group, sender: Sender, _argument: str) -> Shown:
    placed, _ = await accept(context, group, sender, accepted=False)
    return await show_overview(context, placed, sender)


STEPS: Final[Mapping[str, Step]] = {
    "overview": show_overview,
    "languages": _languages,
    "zones": _zones,
    "communities": _communities,
    "language": _language,
    "zone": set_zone,
    "join": _join,
    "accept": _accept,
    "part": _part,
}
