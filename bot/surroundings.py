"""What surrounds one update: the deployment as it is wired, and the chat it comes from."""

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from commands.context import BotIdentity, Context
from commands.incoming import Chat, Sender
from commands.registration import group_of
from commands.spoken_language import language_with
from domain.policy import Policy
from reports.language import language
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
    return context.within(await group_of(context, chat))


async def in_private(context: Context, sender: Sender) -> Context:
    """Return the surroundings in a private chat: the person's own language."""
    await _note_private_chat(context, sender)
    return replace(context, say=await language_with(context, sender.id))


async def _note_private_chat(context: Context, sender: Sender) -> None:
    """Note that somebody began a private chat: from then on the bot can write to them."""
    members = context.work.members
    if not await members.has(sender.id, sender.id):
        await members.see(sender.id, [sender.id], context.now)
