"""How the sub-district begins: who is who is said, and each group asks to be counted."""

from bot.demo.cast import ServiceGroup
from bot.demo.line import Line
from bot.demo.names import SUBDISTRICT
from bot.demo.stage import Stage
from sandbox import User

_START = Line("/start", "/start")
_INSPECTOR = Line(
    "/grant @{name} 街道纪委 {subdistrict}",
    "/grant @{name} inspector {subdistrict}",
)
_HEAD = Line(
    "/grant @{name} 主任 {community} {subdistrict}",
    "/grant @{name} head {community} {subdistrict}",
)
_ADDS_BOT = Line("{leader}把机器人拉进了群", "{leader} adds the bot to the group")


async def appoint_inspector(stage: Stage) -> None:
    """Let the owner name the inspector of the sub-district, who has written to the bot before."""
    cast = stage.cast
    for person in (cast.inspector, cast.owner):
        await _privately(stage, person, _START)
    await _privately(stage, cast.owner, _INSPECTOR, name=cast.inspector.username)


async def appoint_head(stage: Stage, group: ServiceGroup) -> None:
    """Let the owner name the head of a group's community."""
    await _privately(stage, group.head, _START)
    community = group.of.community.of(stage.cast.language)
    owner, name = stage.cast.owner, group.head.username
    await _privately(stage, owner, _HEAD, name=name, community=community)


async def settle_in(stage: Stage, group: ServiceGroup) -> None:
    """Let the leader add the bot and have the group counted, which the head accepts."""
    leader = group.leader
    stage.sandbox.add_member(group.chat, stage.cast.bot, leader)
    await stage.happened(_ADDS_BOT.of(stage.cast.language).format(leader=leader.name))
    await stage.say(leader, group.chat, "/setup")
    settings = stage.offering(group.chat, "setup:communities:0")
    await stage.tap(leader, settings, "setup:communities:0")
    await stage.tap(leader, settings, _joining(stage, group))
    asked = stage.offering(stage.private(group.head), "place:")
    await stage.tap(group.head, asked, "place:")


def _joining(stage: Stage, group: ServiceGroup) -> str:
    """Return the code of the button that bears the community's name."""
    community = group.of.community.of(stage.cast.language)
    buttons = stage.offering(group.chat, "setup:join:").buttons
    return next(button.data for button in buttons if button.text == community)


async def _privately(stage: Stage, who: User, line: Line, **values: str) -> None:
    language = stage.cast.language
    words = line.of(language).format(subdistrict=SUBDISTRICT.of(language), **values)
    await stage.say(who, stage.private(who), words)
