"""Whose words open a case: the tagged message's own, or those of the message it replies to."""

from dataclasses import dataclass

from commands.actor import actor_in
from commands.context import Context
from commands.incoming import Quoted, Said, SenderKind
from domain.grammar import Reading, read
from domain.opening import Requester
from domain.roles import Actor
from storage.groups import Group


@dataclass(frozen=True, slots=True)
class Source:
    """The message a case begins with: who asks, by which name, and everything that was said."""

    message: int
    requester: Requester
    name: str
    text: str
    readings: tuple[Reading, ...]
    album: str | None


async def source_of(
    context: Context, said: Said, reading: Reading, tagger: Actor, group: Group
) -> Source:
    """Find whose words a tagged message is about, and from when they are."""
    quoted = said.reply_to
    # The bot's own words are nobody's request, whatever is said in answer to them.
    if quoted is None or quoted.ours:
        return _own(said, reading, tagger)
    requester = await _requester(context, quoted, group)
    if _speaks_for_themselves(reading, tagger, requester):
        return _own(said, reading, tagger)
    first = read(quoted.text, quoted.spans, bot_username=context.bot.username)
    text = "\n".join(part for part in (first.text, reading.text) if part)
    readings = (reading, first)
    return Source(quoted.message, requester, quoted.sender.name, text, readings, quoted.album)


def _own(said: Said, reading: Reading, tagger: Actor) -> Source:
    asks = None if tagger.anonymous else tagger.id
    requester = Requester(asks, holds_role=tagger.role is not None, wrote_at=said.at)
    return Source(said.message, requester, said.sender.name, reading.text, (reading,), said.album)


async def _requester(context: Context, quoted: Quoted, group: Group) -> Requester:
    if quoted.sender.kind is not SenderKind.PERSON:
        return Requester(None, holds_role=False, wrote_at=quoted.at)
    asks = await actor_in(context, quoted.sender, group)
    return Requester(asks.id, holds_role=asks.role is not None, wrote_at=quoted.at)


def _speaks_for_themselves(reading: Reading, tagger: Actor, quoted: Requester) -> bool:
    """Whether a resident answers a notice, not another resident, with words of their own.

    Below a channel's post, every comment is such a reply.
    """
    resident = tagger.role is None and not tagger.anonymous
    notice = quoted.id is None or (quoted.holds_role and quoted.id != tagger.id)
    return resident and notice and bool(reading.text)
