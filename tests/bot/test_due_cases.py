"""Deadlines, rating windows and rework: each is acted on once, and only while it still matters."""

import pytest

from domain.delivery import Edit, Outgoing, Post, Purpose
from domain.events import Entry, Reopened, Story
from domain.kinds import Cause, Line, State
from domain.roles import Role, Scope, ScopeKind
from storage.affairs import change_setting, grant
from storage.database import Database
from storage.due import Due
from storage.evolving import By
from storage.people import Person
from tests.bot.calendar_scene import BOT, done
from tests.domain.figures.telling import (
    LEADER,
    RESIDENT,
    Opening,
    accepted,
    case,
    day,
    rated,
    resident,
    resolved,
)
from tests.reports.kept import CHAT, a_group, keep

ADMINISTRATOR = 202
CARD, RATING = 50, 60


async def told(database: Database, story: Story, *, language: str = "en") -> int:
    """Keep a case in a group with a leader and an administrator, and return its number."""
    names = {LEADER: "Li Fang", RESIDENT: "Mei <Wang>", ADMINISTRATOR: "Chen Jie"}
    async with database.begin() as work:
        group = await a_group(work)
        scope = Scope(ScopeKind.GROUP, group.id)
        await work.people.remember(Person(u, n, None, None, day(0)) for u, n in names.items())
        await work.members.set_administrators(CHAT, [ADMINISTRATOR, BOT], day(0))
        await grant(work, LEADER, Role.LEADER, scope, By(day(-1)))
        await change_setting(work, scope, "language", language, By(day(-1)))
        (number,) = await keep(work, group, [story])
        await work.posts.bind(CHAT, CARD, number, Purpose.CARD)
        await work.posts.bind(CHAT, RATING, number, Purpose.RATING)
    return number


def posts(said: list[Outgoing]) -> list[Post]:
    return [each for each in said if isinstance(each, Post)]


async def state(database: Database, number: int) -> State:
    async with database.look() as work:
        found = await work.cases.get(number)
    assert found is not None
    return found.state


async def test_an_unanswered_case_calls_the_leaders_quietly_below_its_card(
    database: Database,
) -> None:
    number = await told(database, case(1, 0))
    (post,) = posts(await done(database, Due("respond_by", str(number), day(1))))
    assert (post.chat, post.reply_to, post.silent) == (CHAT, CARD, True)
    assert post.html == (
        '<a href="tg://user?id=201">Li Fang</a> and <a href="tg://user?id=202">Chen Jie</a>'
        ": №1 has been without an answer for 24 hours. Who takes it on?\n#case1"
    )


async def test_the_call_speaks_the_groups_language(database: Database) -> None:
    number = await told(database, case(1, 0), language="zh")
    (post,) = posts(await done(database, Due("respond_by", str(number), day(1))))
    assert "№1 已经24小时没有回应，请哪位来受理一下？\n#案1" in post.html


@pytest.mark.parametrize("later", [[accepted(0.5)], [accepted(0.2), resolved(0.5)]])
async def test_an_answered_case_calls_nobody(database: Database, later: list[Entry]) -> None:
    number = await told(database, case(1, 0, *later))
    assert await done(database, Due("respond_by", str(number), day(1))) == []


async def test_a_case_that_its_requester_took_on_calls_nobody(database: Database) -> None:
    own = Opening(line=Line.PATROL, requester=LEADER)
    number = await told(database, case(1, 0, accepted(0.5), opening=own))
    assert await done(database, Due("respond_by", str(number), day(1))) == []


async def test_an_overdue_case_redraws_its_card_and_calls_its_handler(database: Database) -> None:
    number = await told(database, case(1, 0, accepted(0.5)))
    card, notice = await done(database, Due("overdue", str(number), day(7.001)))
    assert isinstance(card, Edit)
    assert isinstance(notice, Post)
    assert "Overdue" in card.html
    assert notice.html.startswith('<a href="tg://user?id=201">Li Fang</a>: №1 has passed')
    assert "Chen Jie" not in notice.html


async def test_a_case_at_its_very_deadline_is_not_overdue_yet(database: Database) -> None:
    number = await told(database, case(1, 0))
    assert await done(database, Due("overdue", str(number), day(7))) == []
    async with database.begin() as work:
        due = await work.due.claim(day(7.001))
    assert due is not None
    assert (due.kind, due.subject) == ("overdue", str(number))


async def test_a_settled_case_is_never_called_overdue(database: Database) -> None:
    number = await told(database, case(1, 0, accepted(0.5), resolved(6)))
    assert await done(database, Due("overdue", str(number), day(7.001))) == []


async def test_rework_that_takes_too_long_calls_the_handler(database: Database) -> None:
    reopened = resident(3, Reopened(Cause.NOT_SOLVED, day(6)))
    number = await told(database, case(1, 0, accepted(0.5), resolved(2), reopened))
    assert await done(database, Due("work_by", f"{number}:1", day(5.9))) == []
    (post,) = posts(await done(database, Due("work_by", f"{number}:1", day(6))))
    assert "№1 was reopened and is still open" in post.html


async def test_a_requester_who_has_not_rated_is_reminded_below_the_request(
    database: Database,
) -> None:
    number = await told(database, case(1, 0, accepted(0.5), resolved(2)))
    (post,) = posts(await done(database, Due("rating_reminder", f"{number}:1", day(4))))
    assert post.reply_to == RATING
    assert post.html.startswith('<a href="tg://user?id=101">Mei &lt;Wang&gt;</a>: №1 was reported')
    assert "until Wed 11 Mar, 00:00" in post.html


async def test_who_has_rated_or_reopened_is_not_reminded(database: Database) -> None:
    number = await told(database, case(1, 0, accepted(0.5), resolved(2), rated(3, 5)))
    assert await done(database, Due("rating_reminder", f"{number}:1", day(4))) == []


async def test_the_windows_end_closes_the_case_and_ends_its_request(database: Database) -> None:
    number = await told(database, case(1, 0, accepted(0.5), resolved(2)))
    card, request = await done(database, Due("window_end", f"{number}:1", day(9)))
    assert await state(database, number) is State.CLOSED
    assert isinstance(card, Edit)
    assert isinstance(request, Edit)
    assert (card.keyboard, request.keyboard) == ((), ())


async def test_a_window_that_a_second_round_moved_is_not_over(database: Database) -> None:
    reopened = resident(3, Reopened(Cause.NOT_SOLVED, day(6)))
    entries = [accepted(0.5), resolved(2), reopened, resolved(5, 2)]
    number = await told(database, case(1, 0, *entries))
    assert await done(database, Due("window_end", f"{number}:1", day(9))) == []
    assert await state(database, number) is State.RESOLVED


@pytest.mark.parametrize(
    "kind", ["respond_by", "overdue", "work_by", "rating_reminder", "window_end"]
)
async def test_what_is_due_about_no_case_is_nothing(database: Database, kind: str) -> None:
    assert await done(database, Due(kind, "99:1", day(1))) == []
