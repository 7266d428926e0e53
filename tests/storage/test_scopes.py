"""Areas, groups, roles and settings: how far a role reaches, and what follows a group."""

import pytest

from domain.delivery import Purpose
from domain.roles import DEPLOYMENT, Role, Scope, ScopeKind
from storage.affairs import (
    add_area,
    add_group,
    change_setting,
    grant,
    place_group,
    rekey_group,
    revoke,
)
from storage.areas import Area
from storage.audit import audit
from storage.database import Database
from storage.evolving import By
from storage.groups import Group
from storage.work import Work
from tests.storage.telling import CHAT, DAY, LEADER, NOON, RESIDENT, a_group

BY = By(NOON, LEADER)
MEMBER, HEAD, INSPECTOR, OWNER = 31, 32, 33, 34


async def a_village(work: Work) -> tuple[Area, Area]:
    street = await add_area(work, ScopeKind.SUBDISTRICT, "清泉街道", BY)
    return street, await add_area(work, ScopeKind.COMMUNITY, "和苑社区", BY, parent=street.id)


async def a_placed_group(work: Work) -> Group:
    """Place a group in a community where everybody holds a role somewhere above."""
    group = await a_group(work)
    street, village = await a_village(work)
    await grant(work, LEADER, Role.LEADER, Scope(ScopeKind.GROUP, group.id), BY)
    await grant(work, MEMBER, Role.MEMBER, Scope(ScopeKind.COMMUNITY, village.id), BY)
    await grant(work, INSPECTOR, Role.INSPECTOR, Scope(ScopeKind.SUBDISTRICT, street.id), BY)
    await grant(work, OWNER, Role.OWNER, DEPLOYMENT, BY)
    return await place_group(work, group, village.id, BY, accepted=True)


async def test_a_role_reaches_down_to_the_group(database: Database) -> None:
    async with database.begin() as work:
        group = await a_placed_group(work)
        people = (RESIDENT, LEADER, MEMBER, INSPECTOR, OWNER)
        held = [await work.roles.held_over(user, group.id) for user in people]
    assert held == [None, Role.LEADER, Role.MEMBER, Role.INSPECTOR, Role.OWNER]


async def test_a_role_does_not_reach_up_or_aside(database: Database) -> None:
    async with database.begin() as work:
        group = await a_placed_group(work)
        other = await a_group(work, CHAT - 1)
        village = Scope(ScopeKind.COMMUNITY, group.community or 0)
        assert await work.roles.held_at(LEADER, village) is None
        assert await work.roles.held_at(INSPECTOR, village) is Role.INSPECTOR
        assert await work.roles.held_at(OWNER, village) is Role.OWNER
        assert await work.roles.held_over(MEMBER, other.id) is None
        assert await work.roles.held_over(INSPECTOR, other.id) is None


async def test_a_group_lies_in_a_community_only_once_accepted(database: Database) -> None:
    async with database.begin() as work:
        group = await a_group(work)
        _, village = await a_village(work)
        await grant(work, MEMBER, Role.MEMBER, Scope(ScopeKind.COMMUNITY, village.id), BY)
        asking = await place_group(work, group, village.id, BY)
        assert await work.roles.held_over(MEMBER, group.id) is None
        assert await work.groups.of_community(village.id) == ()
        assert await work.groups.asking(village.id) == (asking,)
        accepted = await place_group(work, asking, village.id, BY, accepted=True)
        assert await work.roles.held_over(MEMBER, group.id) is Role.MEMBER
        assert await work.groups.of_community(village.id) == (accepted,)
        assert await work.groups.of_subdistrict(village.parent or 0) == (accepted,)


async def test_an_administrator_leads_unless_more_is_held(database: Database) -> None:
    async with database.begin() as work:
        group = await a_placed_group(work)
        held = work.roles.held_over
        assert await held(RESIDENT, group.id, administers=True) is Role.LEADER
        assert await held(MEMBER, group.id, administers=True) is Role.MEMBER


async def test_a_revoked_role_is_held_no_more_until_granted_again(database: Database) -> None:
    async with database.begin() as work:
        group = await a_placed_group(work)
        scope = Scope(ScopeKind.GROUP, group.id)
        await revoke(work, LEADER, Role.LEADER, scope, By(NOON + DAY, HEAD))
        assert await work.roles.held_over(LEADER, group.id) is None
        assert await work.roles.holders(scope) == ()
        again = await grant(work, LEADER, Role.LEADER, scope, By(NOON + 2 * DAY, HEAD))
        assert await work.roles.holders(scope) == (again,)
        assert await work.roles.of(LEADER) == (again,)


async def test_a_role_never_given_cannot_be_taken(database: Database) -> None:
    async with database.begin() as work:
        with pytest.raises(ValueError, match="never was head"):
            await revoke(work, HEAD, Role.HEAD, Scope(ScopeKind.COMMUNITY, 1), BY)


async def test_roles_are_listed_highest_first(database: Database) -> None:
    async with database.begin() as work:
        group = await a_placed_group(work)
        village = Scope(ScopeKind.COMMUNITY, group.community or 0)
        await grant(work, HEAD, Role.HEAD, village, BY)
        listed = await work.roles.listing([village, Scope(ScopeKind.GROUP, group.id)])
        assert await work.roles.listing([]) == ()
    assert [each.user for each in listed] == [HEAD, MEMBER, LEADER]


async def test_everything_follows_a_group_to_its_new_chat(database: Database) -> None:
    async with database.begin() as work:
        group = await a_group(work)
        await work.members.set_administrators(CHAT, [LEADER], NOON)
        await work.posts.bind(CHAT, 5, 1, Purpose.CARD)
        await work.posts.bind_album(CHAT, "album", 1)
        for _ in range(2):
            await rekey_group(work, CHAT, CHAT - 9, By(NOON))
        moved = await work.groups.by_chat(CHAT - 9)
        assert moved is not None
        assert moved.id == group.id
        assert await work.groups.by_chat(CHAT) is None
        assert await work.members.administers(CHAT - 9, LEADER)
        assert await work.posts.case_of(CHAT - 9, 5) == 1
        assert await work.posts.case_of_album(CHAT - 9, "album") == 1


async def test_a_group_follows_although_its_new_chat_spoke_first(database: Database) -> None:
    async with database.begin() as work:
        group = await a_group(work)
        newcomer = await add_group(work, CHAT - 9, "翠苑三区", BY)
        for _ in range(2):
            await rekey_group(work, CHAT, CHAT - 9, BY)
        followed, parked = [await work.groups.by_chat(chat) for chat in (CHAT - 9, CHAT)]
        assert await work.groups.active() == (followed,)
    assert followed is not None
    assert parked is not None
    assert (followed.id, parked.id) == (group.id, newcomer.id)
    assert await audit(database) == []


async def test_a_paused_group_is_not_active_until_it_resumes(database: Database) -> None:
    async with database.begin() as work:
        await a_group(work)
        await work.groups.pause(CHAT, "bot was kicked")
        assert await work.groups.active() == ()
        await work.groups.resume(CHAT)
        await work.groups.retitle(CHAT, "新名字")
        await work.groups.place_bot(CHAT, administrator=True, reads_everything=True)
        (group,) = await work.groups.active()
    assert (group.title, group.paused, group.reads_everything) == ("新名字", None, True)


async def test_a_group_s_settings_are_its_own_and_can_be_default_again(database: Database) -> None:
    async with database.begin() as work:
        group = await a_group(work)
        scope = Scope(ScopeKind.GROUP, group.id)
        for name, value in (("language", "en"), ("thread", "7"), ("administrators_lead", "no")):
            await change_setting(work, scope, name, value, BY)
        changed = await work.groups.get(group.id)
        assert changed is not None
        assert (changed.language, changed.thread) == ("en", 7)
        assert await work.settings.of(scope) == {"administrators_lead": "no"}
        await change_setting(work, scope, "language", "", BY)
        assert (await work.groups.get(group.id) or changed).language is None


async def test_a_setting_of_a_group_that_is_none_is_refused(database: Database) -> None:
    async with database.begin() as work:
        with pytest.raises(LookupError, match="no group 5"):
            await change_setting(work, Scope(ScopeKind.GROUP, 5), "language", "en", BY)


async def test_areas_are_found_by_name_and_parent(database: Database) -> None:
    async with database.begin() as work:
        street, village = await a_village(work)
        assert await work.areas.listing() == (street, village)
        assert await work.areas.communities_of(street.id) == (village,)
        assert await work.areas.named(ScopeKind.COMMUNITY, "和苑社区") == village
        assert await work.areas.get(village.id) == village
