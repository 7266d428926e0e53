"""What surrounds one update: the deployment as it is wired, and the chat it comes from."""

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from commands.context import BotIdentity, Context
from commands.incoming import Chat, Sender, SenderKind
from commands.registration import group_of
from commands.spoken_language import language_with
from domain.policy import Policy
from domain.text import strip_marks
from reports.language import language
from storage.people import Person
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Deployment:
    """What holds for every chat: the rules, who the bot is, who owns it, and the defaults."""

    policy: Policy
    bot: BotIdentity
    owners: frozenset[int]
    default_language: str
    zone: ZoneInfo

    def context(self, work: Work, now: datetime) -> Context:
        """Return the surroundings of something that happens in no chat."""
        return Context(
            work=work,
            say=language(self.default_language),
            now=now,
            policy=self.policy,
            bot=self.bot,
            owners=self.owners,
            default_language=self.default_language,
            zone=self.zone,
        )


async def in_group(context: Context, chat: Chat) -> Context:
    """Return the surroundings within a group; one not known yet becomes known."""
    group = await group_of(context, chat)
    return replace(
        context,
        say=language(group.language or context.default_language),
        zone=ZoneInfo(group.timezone) if group.timezone else context.zone,
        group=group,
    )


async def in_private(context: Context, sender: Sender) -> Context:
    """Return the surroundings in a private chat: the person's own language."""
    return replace(context, say=await language_with(context, sender.id))


async def meet(context: Context, chat: Chat, *senders: Sender) -> None:
    """Remember who speaks, as far as it is news."""
    for sender in senders:
        if sender.kind is SenderKind.PERSON:
            await _meet(context, chat, sender)


async def _meet(context: Context, chat: Chat, sender: Sender) -> None:
    known = await context.work.people.find(sender.id)
    name = strip_marks(sender.name) or str(sender.id)
    tongue = sender.language or (known.language if known else None)
    person = Person(sender.id, name, sender.username, tongue, context.now)
    if known is None or replace(known, seen_at=context.now) != person:
        await context.work.people.remember([person])
    if not await context.work.members.has(chat.id, sender.id):
        await context.work.members.see(chat.id, [sender.id], context.now)
