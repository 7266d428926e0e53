"""A kind tag, or `/demand` and `/issue`: a message becomes a case."""

from dataclasses import replace

from markupsafe import Markup

from commands.actor import actor_in
from commands.answers import answer
from commands.case_dates import opened_dates
from commands.context import Context
from commands.handler import Named, claim_link, named_handler
from commands.incoming import Said
from commands.scene import telling_for
from commands.source import Source, source_of
from domain.case import Case
from domain.delivery import Outgoing
from domain.events import Entry, Words
from domain.grammar import Reading
from domain.kinds import CaseKind
from domain.opening import Tagged, open_case
from domain.roles import Actor
from reports.card import CardFacts
from reports.card_message import card_post, claim_key
from storage.groups import Group
from storage.record import record


async def open_tagged(context: Context, said: Said, reading: Reading) -> list[Outgoing]:
    """Open a case for whoever wrote the words, and post its card below them."""
    group = context.group
    if group is None or reading.kind is None:
        return [
            answer(
                said, context.say("A case is opened in its group: please send this message there.")
            )
        ]
    tagger = await actor_in(context, said.sender, group)
    source = await source_of(context, said, reading, tagger, group)
    # A tap on the menu's /issue or /demand sends the bare command: nothing was said yet.
    if reading.command is not None and source.message == said.message and not source.text:
        return [answer(said, _say_what(context, reading.kind))]
    known = await _known(context, said, source)
    if known is not None:
        return [answer(said, context.say("This is №{n} already. #case{n}", n=known))]
    facts = await _opened(context, source, tagger, group, reading.kind)
    await _bind(context, said, source, facts.case)
    card = card_post(facts, telling_for(context, group), group, source.message)
    return [replace(card, thread=said.thread)]


def _say_what(context: Context, kind: CaseKind) -> Markup:
    if kind is CaseKind.ISSUE:
        return context.say(
            "Write what it is in the same message, as in: <code>/issue The lamp is out</code>"
        )
    return context.say(
        "Write what it is in the same message, as in: <code>/demand A bench by the gate</code>"
    )


async def _known(context: Context, said: Said, source: Source) -> int | None:
    posts = context.work.posts
    number = await posts.case_of(said.chat.id, source.message)
    if number is None and source.album is not None:
        return await posts.case_of_album(said.chat.id, source.album)
    return number


async def _opened(
    context: Context, source: Source, tagger: Actor, group: Group, kind: CaseKind
) -> CardFacts:
    named = await named_handler(context, source.readings[0])
    tagged = await _tagged(context, source, named, kind)
    opened = open_case(group.id, source.requester, tagged, context.policy)
    entry = Entry(context.now, tagger.id, opened, tagger.role is not None)
    case = await record(context.work, None, [entry])
    await opened_dates(context, case)
    # The card is the one answer everybody waits for: nothing just written is looked up again.
    return CardFacts(
        case=case,
        words=source.text,
        place=tagged.place.body if tagged.place else None,
        requester=source.name if case.requester else None,
        handler=named.name,
        claim=await _claim(context, case, named),
    )


async def _claim(context: Context, case: Case, named: Named) -> str | None:
    if named.username is None:
        return None
    link = claim_link(context, case.number, named.username)
    await context.work.memory.keep(claim_key(case.number), link)
    return link


async def _tagged(context: Context, source: Source, named: Named, kind: CaseKind) -> Tagged:
    seal = context.work.texts.seal
    place = next((reading.place for reading in source.readings if reading.place), None)
    labels = [label for reading in source.readings for label in reading.labels]
    categories = [name for reading in source.readings for name in reading.categories]
    return Tagged(
        kind=kind,
        words=await seal(source.text),
        urgent=any(reading.urgent for reading in source.readings),
        category=categories[0] if categories else None,
        handler=named.user,
        place=await _optional(context, place),
        labels=await _optional(context, " ".join(labels)),
    )


async def _optional(context: Context, text: str | None) -> Words | None:
    return await context.work.texts.seal(text) if text else None


async def _bind(context: Context, said: Said, source: Source, case: Case) -> None:
    posts, chat = context.work.posts, said.chat.id
    for message in sorted({source.message, said.message}):
        await posts.bind(chat, message, case.number, None)
    if source.album is not None:
        await posts.bind_album(chat, source.album, case.number)
