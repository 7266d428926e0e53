"""The bot's own place in a group changed: it greets, resumes, or falls silent."""

from dataclasses import replace
from datetime import timedelta

from markupsafe import Markup

from commands.context import Context
from commands.incoming import BotPlaced
from commands.lacking import Lacking, in_one_sentence, lacking
from domain.delivery import Outgoing, Post, Purpose, Urgency
from domain.roles import Scope, ScopeKind
from reports.language import spoken
from reports.schedule import schedule_weekly
from storage.affairs import add_group, change_setting
from storage.evolving import By
from storage.groups import Group

REMOVED = "removed"
MUTED = "may not write"
GREETED_FOR = timedelta(days=1)


async def bot_placed(context: Context, placed: BotPlaced) -> list[Outgoing]:
    """Register a new group and greet it once; take up a known one where it was left."""
    if placed.chat.private:
        return []
    known = await context.work.groups.by_chat(placed.chat.id)
    if not placed.present:
        return await _removed(context, placed)
    group = known or await _registered(context, placed)
    await _settle_in(context, placed, group)
    line = _line(context.within(group), placed, group, new=known is None)
    return [line] if line else []


async def _removed(context: Context, placed: BotPlaced) -> list[Outgoing]:
    await context.work.groups.pause(placed.chat.id, REMOVED)
    return []


async def _registered(context: Context, placed: BotPlaced) -> Group:
    """Make the chat a group that speaks the language of whoever added the bot."""
    by = By(placed.at, placed.by.id)
    group = await add_group(context.work, placed.chat.id, placed.chat.title, by)
    spoken_there = spoken(placed.by.language, context.default_language)
    if spoken_there == context.default_language:
        return group
    scope = Scope(ScopeKind.GROUP, group.id)
    await change_setting(context.work, scope, "language", spoken_there, by)
    return replace(group, language=spoken_there)


async def _settle_in(context: Context, placed: BotPlaced, group: Group) -> None:
    groups, chat = context.work.groups, placed.chat.id
    hears = placed.administrator or context.bot.reads_everything
    await groups.place_bot(chat, administrator=placed.administrator, reads_everything=hears)
    if placed.may_write:
        await groups.resume(chat)
    else:
        await groups.pause(chat, MUTED)
    await schedule_weekly(context.work, group, placed.at, context.zone)


def _line(context: Context, placed: BotPlaced, group: Group, *, new: bool) -> Post | None:
    """Return what the group is told; each is said once, or once a day."""
    say, lacks = context.say, lacking(context.bot, administrator=placed.administrator)
    day = placed.at.date().isoformat()
    if new:
        hello = say(
            "Hello! Put #issue or #demand in a message: "
            "it gets a number, a deadline, and is seen through."
        )
        return _post(placed, [hello, in_one_sentence(say, lacks)], "greeting")
    if not placed.was_present and placed.at - group.joined_at > GREETED_FOR:
        back = say("I am back. What was open stayed open, with its deadlines: /cases")
        return _post(placed, [back, in_one_sentence(say, lacks)], f"back:{day}")
    if placed.was_present and group.reads_everything and Lacking.HEARING in lacks:
        return _post(placed, [in_one_sentence(say, lacks)], f"deaf:{day}")
    return None


def _post(placed: BotPlaced, lines: list[Markup], what: str) -> Post:
    return Post(
        chat=placed.chat.id,
        html=Markup("\n").join(lines),
        dedupe=f"{what}:{placed.chat.id}",
        purpose=Purpose.GREETING,
        urgency=Urgency.NOTICE,
    )
