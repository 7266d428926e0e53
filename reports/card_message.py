"""The card of a case as a message: what it shows is looked up once, then posted or edited."""

from collections.abc import Sequence

from domain.ballots import Paper
from domain.case import Case
from domain.delivery import Edit, Post, Purpose
from reports.card import CardFacts, card
from reports.telling import Telling
from storage.groups import Group
from storage.work import Work


def card_key(number: int) -> str:
    """Return the key of the post that is a case's card."""
    return f"card:{number}"


def claim_key(number: int) -> str:
    """Return under which the bot keeps the link of somebody named for a case, but never seen."""
    return f"claim:{number}"


async def card_facts(work: Work, case: Case) -> CardFacts:
    """Look up everything a card shows."""
    digests = [digest for digest in (case.words, case.remark, case.place) if digest]
    texts = await work.texts.read(digests)
    names = await work.people.names([user for user in (case.requester, case.handler) if user])
    claimed = None if case.handler else await work.memory.recall(claim_key(case.number))
    papers = await work.cases.papers(case.number) if case.rounds else ()
    return CardFacts(
        case=case,
        words=texts.get(case.words),
        remark=texts.get(case.remark or ""),
        place=texts.get(case.place or ""),
        requester=names.get(case.requester or 0),
        handler=await _handler(work, case, names),
        claim=claimed or None,
        rated=_rated(papers, case.rounds),
    )


def card_post(facts: CardFacts, telling: Telling, group: Group, reply_to: int) -> Post:
    """Return the card of a new case, as a reply to the words that opened it."""
    html, keyboard = card(facts, telling)
    return Post(
        chat=group.chat,
        html=html,
        dedupe=card_key(facts.case.number),
        purpose=Purpose.CARD,
        case=facts.case.number,
        reply_to=reply_to,
        keyboard=keyboard,
    )


async def card_edit(work: Work, case: Case, telling: Telling, group: Group) -> Edit:
    """Return the card as the case now stands, to take the place of the old one."""
    html, keyboard = card(await card_facts(work, case), telling)
    return Edit(
        chat=group.chat,
        html=html,
        post=card_key(case.number),
        keyboard=keyboard,
        case=case.number,
    )


async def _handler(work: Work, case: Case, names: dict[int, str]) -> str | None:
    if case.handler is None or case.handler > 0:
        return names.get(case.handler or 0)
    # An anonymous administrator acts as "the group", and is shown by its title.
    group = await work.groups.get(case.group)
    return group.title if group else None


def _rated(papers: Sequence[Paper], round_: int) -> bool:
    return any(paper.score is not None and paper.round == round_ for paper in papers)
