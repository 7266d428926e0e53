"""When a group refuses the bot for good, whoever is responsible for it is told, in private."""

from dataclasses import replace

import pytest

from bot.notices.undelivered import tell_undelivered
from commands.spoken_language import choose_language
from domain.delivery import DeliveryFailed, Post, Refusal
from domain.roles import Role, Scope, ScopeKind
from storage.affairs import add_area, grant, place_group
from storage.database import Database
from storage.evolving import By
from tests.bot.calendar_scene import DEPLOYMENT
from tests.domain.figures.telling import day
from tests.reports.kept import CHAT, a_group

OWNER, MEMBER, HEAD = 1, 301, 302
KICKED = DeliveryFailed(CHAT, Refusal.KICKED, "Forbidden: bot was kicked")
OWNED = replace(DEPLOYMENT, owners=frozenset({OWNER}))


async def told(database: Database, failed: DeliveryFailed) -> dict[int, str]:
    """Return what is said, by whom it is said to."""
    async with database.begin() as work:
        outgoing = await tell_undelivered(OWNED.context(work, day(3)), failed)
    return {post.chat: post.html for post in outgoing if isinstance(post, Post)}


async def supervised(database: Database) -> None:
    """Keep a group that counts in a community with a member and a head."""
    by = By(day(-1))
    async with database.begin() as work:
        group = await a_group(work)
        area = await add_area(work, ScopeKind.COMMUNITY, "翠苑社区", by)
        await place_group(work, group, area.id, by, accepted=True)
        for user, role in ((MEMBER, Role.MEMBER), (HEAD, Role.HEAD)):
            await grant(work, user, role, Scope(ScopeKind.COMMUNITY, area.id), by)


async def test_the_committee_is_told_in_the_languages_they_chose(database: Database) -> None:
    await supervised(database)
    async with database.begin() as work:
        await choose_language(DEPLOYMENT.context(work, day(0)), HEAD, "zh")
    posts = await told(database, KICKED)
    assert set(posts) == {MEMBER, HEAD}
    assert posts[MEMBER].startswith("I can no longer write in")
    assert posts[MEMBER] != posts[HEAD]


async def test_a_group_of_no_community_is_the_owners_business(database: Database) -> None:
    async with database.begin() as work:
        await a_group(work)
    assert set(await told(database, KICKED)) == {OWNER}


@pytest.mark.parametrize(
    "failed", [replace(KICKED, why=Refusal.REJECTED), replace(KICKED, chat=MEMBER)]
)
async def test_one_refused_message_or_a_person_is_nobody_elses_business(
    database: Database, failed: DeliveryFailed
) -> None:
    await supervised(database)
    assert await told(database, failed) == {}
